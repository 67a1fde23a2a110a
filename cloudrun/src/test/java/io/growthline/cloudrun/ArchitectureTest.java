package io.growthline.cloudrun;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The service builds on the domain, the pages and the warehouse; it never needs a pipeline. */
@AnalyzeClasses(
    packages = "io.growthline.cloudrun",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theServiceNeedsNoPipeline =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.beam..", "io.growthline.pipelines..", "io.growthline.transforms..");

  @ArchTest
  static final ArchRule theServiceStandsOnDomainWarehouseAndFrameworks =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.growthline.cloudrun..",
              "io.growthline.domain..",
              "io.growthline.pages..",
              "io.growthline.warehouse..",
              "io.quarkus..",
              "io.vertx..",
              "org.eclipse.microprofile..",
              "org.jboss..",
              "com.fasterxml.jackson..",
              "jakarta..",
              "java..");
}
