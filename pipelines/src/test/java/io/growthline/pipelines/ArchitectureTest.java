package io.growthline.pipelines;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/**
 * The arrows run one way: pipelines to transforms to domain, and all may read bigquery; pages stand
 * on both.
 */
@AnalyzeClasses(packages = "io.growthline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule domainIsPlainJava =
      noClasses()
          .that()
          .resideInAPackage("io.growthline.domain..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.beam..",
              "com.google.cloud..",
              "java.sql..",
              "io.growthline.transforms..",
              "io.growthline.pipelines..",
              "io.growthline.pages..",
              "io.quarkus..",
              "io.growthline.warehouse..");

  @ArchTest
  static final ArchRule domainDoesNoFileInputOrOutput =
      noClasses()
          .that()
          .resideInAPackage("io.growthline.domain..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.nio.file.Files")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.(File|FileInputStream|FileOutputStream|FileReader)");

  @ArchTest
  static final ArchRule transformsKnowNoCloudAndNoWarehouse =
      noClasses()
          .that()
          .resideInAPackage("io.growthline.transforms..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.google.cloud..",
              "org.apache.beam.sdk.io.gcp..",
              "java.sql..",
              "io.growthline.pipelines..",
              "io.growthline.pages..",
              "io.quarkus..",
              "io.growthline.warehouse..");

  @ArchTest
  static final ArchRule warehouseQueriesKnowTheDomainAlone =
      noClasses()
          .that()
          .resideInAPackage("io.growthline.warehouse..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.beam..",
              "io.growthline.transforms..",
              "io.growthline.pages..",
              "io.growthline.pipelines..");

  @ArchTest
  static final ArchRule pagesKnowTheDomainAndQueriesAlone =
      classes()
          .that()
          .resideInAPackage("io.growthline.pages..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.growthline.pages..",
              "io.growthline.domain..",
              "io.growthline.warehouse..",
              "io.quarkus.qute..",
              "java..");

  /** A page can only show what a section asks of its source. */
  @ArchTest
  static final ArchRule sectionsOpenNothing =
      noClasses()
          .that()
          .resideInAPackage("io.growthline.pages..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "java.nio.file..", "java.net.http..")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleNameStartingWith("DuckDb");

  @Test
  void aClassThatPointsTheOtherWayBreaksTheRule() {
    JavaClasses wrong = new ClassFileImporter().importClasses(PointsTheOtherWay.class);
    ArchRule rule =
        noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.beam..");
    assertThat(rule.evaluate(wrong).hasViolation(), is(true));
  }

  static final class PointsTheOtherWay {
    org.apache.beam.sdk.Pipeline pipeline;
  }
}
