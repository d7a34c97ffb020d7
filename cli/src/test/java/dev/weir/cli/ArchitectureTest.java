package dev.weir.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.weir.cli", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("dev.weir.cli.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ONLY_THE_DEMO_RUNS_OTHER_COMMANDS =
      noClasses()
          .that()
          .resideInAPackage("dev.weir.cli.*..")
          .and()
          .resideOutsideOfPackage("dev.weir.cli.demo..")
          .should()
          .dependOnClassesThat()
          .haveSimpleName("Weir");

  @ArchTest
  static final ArchRule TRAFFIC_IS_MADE_WITHOUT_A_PLATFORM =
      noClasses()
          .that()
          .resideInAPackage("dev.weir.cli.traffic..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.weir.job..", "dev.weir.train..", "org.apache.flink..", "org.apache.kafka..");

  @ArchTest
  static final ArchRule KAFKA_COMMANDS_KNOW_NO_FLINK =
      noClasses()
          .that()
          .resideInAPackage("dev.weir.cli.kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.flink..", "dev.weir.train..");

  @ArchTest
  static final ArchRule NOTHING_IS_BUILT_ON_THE_DEMO =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.weir.cli.demo..")
          .and()
          .doNotHaveSimpleName("Weir")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.weir.cli.demo..");
}
