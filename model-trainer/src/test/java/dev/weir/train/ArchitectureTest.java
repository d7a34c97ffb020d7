package dev.weir.train;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.weir", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule THE_CORE_KNOWS_NO_TRAINER =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.weir.train..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.weir.train..");

  @ArchTest
  static final ArchRule THE_TRAINER_RUNS_WITHOUT_A_PLATFORM =
      noClasses()
          .that()
          // Met through the service loader only: what it fetches is files by then.
          .resideOutsideOfPackage("dev.weir.kafka.history..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.weir.job..", "org.apache.flink..", "org.apache.kafka..");

  @ArchTest
  static final ArchRule ONLY_THE_REPORT_EXPLAINS =
      noClasses()
          .that()
          .resideInAPackage("dev.weir.train")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.weir.explain..", "dev.weir.finding..", "dev.weir.alert..");

  @ArchTest
  static final ArchRule THE_TRAINER_PLACES_NO_FLOWS =
      noClasses()
          .that()
          .resideInAPackage("dev.weir.train..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("dev.weir.network.Vantage")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("dev.weir.network.Sighting");

  @ArchTest
  static final ArchRule SMILE_IS_FOR_TESTS_ONLY =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.weir.smile..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.weir.smile..", "smile..");

  @ArchTest
  static final ArchRule FORESTS_GROW_FROM_ROWS_OF_NUMBERS =
      noClasses()
          .that()
          .resideInAPackage("dev.weir.train.forest..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.weir.train", "dev.weir.feature..", "dev.weir.flow..");

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_ASKS_THE_CLOCK =
      noClasses()
          .that()
          .resideInAPackage("dev.weir.train..")
          .and()
          .doNotHaveSimpleName("TrainCommand")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now");
}
