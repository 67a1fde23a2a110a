package io.growthline.cloudrun;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.growthline.domain.contract.Contracts;
import io.growthline.warehouse.DuckDbExport;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What a service of the role {@code support} shows; see {@link DashboardTest} for analysts. */
@QuarkusTest
@WithTestResource(RoleTest.OwnData.class)
class RoleTest {
  private static final String IDENTITY =
      "INSERT INTO marts.dim_customer (customer_id, is_current, full_name, email, city) VALUES"
          + " ('c000007', false, 'Customer Before', 'before@example.invalid', 'Leeds'),"
          + " ('c000007', true, 'Customer 7', 'c7@example.invalid', 'York')";

  @ConfigProperty(name = "growthline.data")
  String data;

  @Test
  void supportSeesTheNewestNameAndAddressOfACustomer() throws Exception {
    publish();
    given()
        .get("/customers/c000007")
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("Customer 7"),
                containsString("c7@example.invalid"),
                containsString("York"),
                not(containsString("Customer Before"))));
  }

  @Test
  void aReleaseHoldsNoNamesThatARoleCouldShow() throws Exception {
    publish();
    Path release = Path.of(data).resolve("releases/r1");
    Files.createDirectories(release.resolve("warehouse"));
    DuckDbExport.write(
        Path.of(data).resolve("warehouse"),
        Contracts.SERVED,
        release.resolve("warehouse/growthline.duckdb"));
    SampleModels.register(release.resolve("models"));
    Files.writeString(Path.of(data).resolve("CURRENT"), "r1");
    given()
        .get("/customers/c000007")
        .then()
        .statusCode(200)
        .body(not(containsString("Customer 7")));
  }

  /** A service of the role support, with a data directory of its own. */
  public static class OwnData extends NoData {
    @Override
    public Map<String, String> start() {
      Map<String, String> settings = new HashMap<>(super.start());
      settings.put("growthline.role", "support");
      return settings;
    }
  }

  private void publish() throws Exception {
    Files.deleteIfExists(Path.of(data).resolve("CURRENT"));
    List<String> rows = new ArrayList<>(SampleTables.rows());
    rows.add(IDENTITY);
    SampleTables.publish(Path.of(data).resolve("warehouse"), rows);
    SampleModels.register(Path.of(data).resolve("models"));
  }
}
