package io.growthline.pipelines.flink;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The runner and its job service are older than the Beam they run with; see decision 20. */
@Tag("flink")
@EnabledIfSystemProperty(
    named = "tests.only",
    matches = "flink",
    disabledReason = "SKIPPED: only -Pflink runs this")
class FlinkVersionsTest {
  @Test
  void everyBeamMemberThatTheRunnerNamesIsThere() {
    List<JavaAccess<?>> accesses =
        new ClassFileImporter()
                .importPackages(
                    "org.apache.beam.runners.flink", "org.apache.beam.runners.jobsubmission")
                .stream()
                .<JavaAccess<?>>flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(a -> a.getTargetOwner().getName().startsWith("org.apache.beam."))
                .toList();

    assertThat(accesses.size(), greaterThan(1000));
    assertThat(
        accesses.stream().filter(a -> a.getTarget().resolveMember().isEmpty()).toList(), empty());
  }
}
