package dev.weir;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;

/** The shape of the core: which way packages look, and what none of them may touch. */
@AnalyzeClasses(packages = "dev.weir", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule PACKAGES_LOOK_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("flow")
          .definedBy("dev.weir.flow")
          .layer("output")
          .definedBy("dev.weir.output")
          .layer("network")
          .definedBy("dev.weir.network")
          .layer("decode")
          .definedBy("dev.weir.decode")
          .layer("file")
          .definedBy("dev.weir.file")
          .layer("feature")
          .definedBy("dev.weir.feature")
          .layer("model")
          .definedBy("dev.weir.model")
          .layer("explain")
          .definedBy("dev.weir.explain")
          .layer("drift")
          .definedBy("dev.weir.drift")
          .layer("finding")
          .definedBy("dev.weir.finding")
          .layer("alert")
          .definedBy("dev.weir.alert")
          .layer("evaluation")
          .definedBy("dev.weir.evaluation")
          .layer("command")
          .definedBy("dev.weir.command")
          .whereLayer("alert")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("drift")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("evaluation")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("finding")
          .mayOnlyBeAccessedByLayers("alert", "drift")
          .whereLayer("explain")
          .mayOnlyBeAccessedByLayers("finding", "alert", "drift")
          .whereLayer("model")
          .mayOnlyBeAccessedByLayers("explain", "finding", "alert", "drift", "evaluation")
          .whereLayer("feature")
          .mayOnlyBeAccessedByLayers("model", "explain", "finding", "alert", "drift", "evaluation")
          .whereLayer("file")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("decode")
          .mayOnlyBeAccessedByLayers("file", "evaluation")
          .whereLayer("network")
          .mayOnlyBeAccessedByLayers("decode", "model", "finding")
          .whereLayer("output")
          .mayOnlyBeAccessedByLayers("model")
          .whereLayer("output")
          .mayOnlyAccessLayers("flow")
          .whereLayer("command")
          .mayOnlyBeAccessedByLayers("network", "finding")
          .whereLayer("command")
          .mayOnlyAccessLayers("flow");

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("dev.weir.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_CORE_KNOWS_NO_PLATFORM =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache..",
              "software.amazon..",
              "com.amazonaws..",
              "smile..",
              "org.slf4j..",
              "java.util.logging..");

  @ArchTest
  static final ArchRule COMMAND_LINES_ARE_MET_IN_OPTIONS_ONLY =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.weir.feature", "dev.weir.model", "dev.weir.explain", "dev.weir.drift")
          .or()
          .haveSimpleNameEndingWith("Decoder")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "me.tongfei..");

  /** A finding's constants are options of their own. */
  @ArchTest
  static final ArchRule OF_FINDINGS_AND_ALERTS_ONLY_OPTIONS_MEET_COMMAND_LINES =
      noClasses()
          .that()
          .resideInAnyPackage("dev.weir.finding", "dev.weir.alert")
          .and()
          .haveSimpleNameNotEndingWith("Options")
          .and()
          .haveSimpleNameNotEndingWith("Converter")
          .and()
          .areNotAssignableTo("dev.weir.finding.Finding")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "me.tongfei..");

  @ArchTest
  static final ArchRule TIME_IS_AN_ARGUMENT =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.weir.command")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callConstructor(Date.class);

  @ArchTest
  static final ArchRule NOTHING_IS_READ_BY_JAVA_SERIALIZATION =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.ObjectInputStream");
}
