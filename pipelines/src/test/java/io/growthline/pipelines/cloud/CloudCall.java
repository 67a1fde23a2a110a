package io.growthline.pipelines.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A call of a Google service, and what it takes: one row of {@code calls.csv}, written down from
 * the documentation that {@code source} names.
 *
 * @param account who calls: {@code owner}, or an account that Terraform makes
 * @param step where it is called from: a file, {@code terraform}, or a {@code stage}
 * @param call beginning of a command, type of a resource, connector, or words
 * @param service the API that must be on, without {@code .googleapis.com}; empty for none
 * @param role a role that has the permission; empty when none is needed
 * @param on where the role is granted; {@code outside} when that is not in the project
 */
record CloudCall(
    String account,
    String step,
    String call,
    String service,
    String permission,
    String role,
    String on,
    String source) {
  private static final Path TABLE = Path.of("src/test/resources/cloud/calls.csv");

  static List<CloudCall> all() {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows =
        CSVParser.parse(Files.newBufferedReader(TABLE, StandardCharsets.UTF_8), format)) {
      return rows.stream().map(CloudCall::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CloudCall of(CSVRecord row) {
    return new CloudCall(
        row.get("account"),
        row.get("step"),
        row.get("call"),
        row.get("service"),
        row.get("permission"),
        row.get("role"),
        row.get("on"),
        row.get("source"));
  }

  /** What Terraform must grant for it. */
  String grant() {
    return account + ": " + role + " on " + on;
  }
}
