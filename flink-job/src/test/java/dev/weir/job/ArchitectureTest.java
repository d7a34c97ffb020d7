package dev.weir.job;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.weir", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("dev.weir.job.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_ROOT_IS_ON_TOP =
      noClasses()
          .that()
          .resideInAPackage("dev.weir.job.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.weir.job");

  @ArchTest
  static final ArchRule SOURCES_SINKS_AND_OPERATORS_ARE_STRANGERS =
      noClasses()
          .that()
          .resideInAPackage("dev.weir.job.operator..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.weir.job.source..", "dev.weir.job.sink..");

  @ArchTest
  static final ArchRule OPERATORS_KNOW_NO_KAFKA =
      noClasses()
          .that()
          .resideInAnyPackage("dev.weir.job.operator..", "dev.weir.job.types..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.apache.flink.connector.kafka..");

  @ArchTest
  static final ArchRule THE_CORE_KNOWS_NO_JOB =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.weir.flow..",
              "dev.weir.feature..",
              "dev.weir.model..",
              "dev.weir.explain..",
              "dev.weir.finding..",
              "dev.weir.drift..",
              "dev.weir.alert..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.weir.job..", "org.apache.flink..", "org.apache.kafka..");

  @ArchTest
  static final ArchRule THE_JOB_KNOWS_NEITHER_TRAINER_NOR_SMILE =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("dev.weir.train..", "smile..");

  @ArchTest
  static final ArchRule NOTHING_FALLS_BACK_TO_KRYO =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(".*(GenericTypeInfo|Kryo|TypeHint|TypeExtractor).*");

  @ArchTest
  static final ArchRule WHAT_TASKS_EXCHANGE_IS_NO_JAVA_SERIALIZATION =
      classes()
          .that()
          .resideInAnyPackage(
              "dev.weir.feature..",
              "dev.weir.alert..",
              "dev.weir.drift..",
              "dev.weir.explain..",
              "dev.weir.model..")
          .and()
          .areNotEnums()
          .and()
          .areNotAssignableTo(Throwable.class)
          .should()
          .notBeAssignableTo(java.io.Serializable.class);
}
