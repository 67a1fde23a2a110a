package io.growthline.cloudrun.data;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.growthline.cloudrun.SampleModels;
import io.growthline.cloudrun.SampleTables;
import io.growthline.domain.scoring.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables and models change together, at most ten seconds after they were released. */
class PublishedWarehouseTest {
  private static final Duration MAX_AGE = Duration.ofSeconds(10);

  @TempDir Path data;
  private final AtomicLong now = new AtomicLong();
  private PublishedWarehouse published;

  @BeforeEach
  void twoReleasesOfWhichTheFirstIsInUse() throws Exception {
    SampleTables.publish(data.resolve("releases/r1/warehouse"), SampleTables.rows());
    SampleTables.publish(data.resolve("releases/r2/warehouse"), List.of());
    SampleModels.register(data.resolve("releases/r2/models"));
    use("r1");
    published = new PublishedWarehouse(data, MAX_AGE, List.of(), now::get);
  }

  @AfterEach
  void close() {
    published.close();
  }

  @Test
  void theOldReleaseIsServedUpToTheAgeLimitAndTheNewOneFromThen() throws IOException {
    assertThat(seen(), is("24 customers without models"));
    use("r2");

    now.set(Duration.ofSeconds(9).toNanos());
    assertThat(seen(), is("24 customers without models"));
    now.set(Duration.ofSeconds(10).toNanos());
    assertThat(seen(), is("0 customers with models"));
  }

  @Test
  void aRequestSeesTablesAndModelsOfOneReleaseThoughAnotherCameMeanwhile() throws IOException {
    published.read(
        begun -> {
          assertThat(customers(begun), is(24L));
          swapTo("r2");
          assertThat(seen(), is("0 customers with models"));
          assertThat(customers(begun), is(24L));
          assertThat(begun.models().scoring(Models.CHURN).isPresent(), is(false));
          return null;
        });
  }

  @Test
  void aReleaseThatCannotBeOpenedLeavesTheOldOneInService() throws IOException {
    assertThat(seen(), is("24 customers without models"));
    Files.createDirectories(data.resolve("releases/broken/warehouse"));

    swapTo("broken");

    assertThat(seen(), is("24 customers without models"));
  }

  @Test
  void aPromotedVersionIsServedWithTheTablesThatAreOpen() throws Exception {
    assertThat(seen(), is("24 customers without models"));
    SampleModels.register(data.resolve("releases/r1/models"));

    now.addAndGet(MAX_AGE.toNanos());

    assertThat(seen(), is("24 customers with models"));
    assertThat(
        published.read(s -> s.models().scoring(Models.CHURN).orElseThrow().version()), is(not("")));
  }

  private void swapTo(String release) {
    try {
      use(release);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    now.addAndGet(MAX_AGE.toNanos());
  }

  private void use(String release) throws IOException {
    Files.writeString(data.resolve("CURRENT"), release + "\n");
  }

  private String seen() {
    return published.read(
        snapshot ->
            customers(snapshot)
                + " customers "
                + (snapshot.models().scoring(Models.CHURN).isPresent() ? "with" : "without")
                + " models");
  }

  private static long customers(Snapshot snapshot) {
    return (Long)
        snapshot.query("SELECT count(*) AS n FROM marts.customer_360_profile").get(0).get("n");
  }
}
