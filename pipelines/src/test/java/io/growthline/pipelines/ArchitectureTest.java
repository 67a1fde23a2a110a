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
import io.growthline.pipelines.warehouse.Warehouses;
import java.util.Map;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
              "com.fasterxml.jackson..",
              "org.dhatim.fastexcel..",
              "java..");

  /** A page can only show what a section asks of its source. */
  @ArchTest
  static final ArchRule sectionsOpenNothing =
      noClasses()
          .that()
          .resideInAPackage("io.growthline.pages..")
          .and()
          // Reads a workbook back from a file of its own.
          .doNotHaveSimpleName("TimelessZip")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "java.nio.file..", "java.net.http..")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleNameStartingWith("DuckDb");

  /** So that tests see every statement; {@code AnalysedSql} and the loopback BigQuery judge it. */
  @ArchTest
  static final ArchRule statementsReachBigQueryInOnePlace =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.growthline.warehouse.BigQuerySql")
          .and()
          .doNotHaveFullyQualifiedName("io.growthline.pipelines.warehouse.BigQueryClients")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              ".*\\.(QueryJobConfiguration|QueryRequest|JobConfigurationQuery)(\\$.*)?")
          .orShould()
          .callMethod(BigQueryIO.TypedRead.class, "fromQuery", String.class);

  /** Only the command line, which knows directories alone, may ask past the port of stages. */
  @ArchTest
  static final ArchRule stagesAskThroughTheirPort =
      noClasses()
          .that()
          .resideInAPackage("io.growthline.pipelines..")
          .and()
          .resideOutsideOfPackage("io.growthline.pipelines.cli..")
          .and()
          .haveNameNotMatching(".*\\.(Warehouses|PlatformRun)")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("io\\.growthline\\.warehouse\\.(BigQuery|DuckDb)Sql")
          .orShould()
          .callMethod(Warehouses.class, "sql", String.class);

  static Map<String, ArchRule> rules() {
    return Map.of(
        "domain", domainIsPlainJava,
        "files", domainDoesNoFileInputOrOutput,
        "transforms", transformsKnowNoCloudAndNoWarehouse,
        "warehouse", warehouseQueriesKnowTheDomainAlone,
        "statements", statementsReachBigQueryInOnePlace,
        "port", stagesAskThroughTheirPort);
  }

  /** Each rule is shown a class that breaks it, and only that. */
  @ParameterizedTest
  @CsvSource({
    "domain, io.growthline.domain.wrong.KnowsBeam",
    "files, io.growthline.domain.wrong.ReadsFiles",
    "transforms, io.growthline.transforms.wrong.KnowsTheWarehouse",
    "warehouse, io.growthline.warehouse.wrong.KnowsBeam",
    "statements, io.growthline.pipelines.wrong.AsksBigQueryItself",
    "port, io.growthline.pipelines.wrong.AsksDuckDbItself"
  })
  void aClassThatPointsTheOtherWayBreaksItsRule(String rule, String wrong) throws Exception {
    JavaClasses classes = new ClassFileImporter().importClasses(Class.forName(wrong));

    rules()
        .forEach(
            (name, each) ->
                assertThat(
                    name,
                    each.allowEmptyShould(true).evaluate(classes).hasViolation(),
                    is(name.equals(rule))));
  }
}
