package io.growthline.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.googlesql.GoogleSql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What documents and builds tell people to ask of BigQuery is GoogleSQL. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DocumentedSqlTest {
  private static final GoogleSql GOOGLE_SQL = GoogleSql.ofContracts();
  private static final Path ROOT = Path.of("..");

  /** A call of bq, with the rest of its line. */
  private static final Pattern BQ = Pattern.compile("\\bbq\\b[^\\n`|]*?\\squery\\s([^\\n]*)");

  private static final Pattern TEXT = Pattern.compile("'([^']+)'");
  private static final Pattern FILE = Pattern.compile("< bigquery/(ddl/create|queries/\\w+)\\.sql");
  private static final Pattern FENCED = Pattern.compile("(?s)```sql\\n(.*?)```");

  @Test
  void everyStatementOfADocumentIsGoogleSql() throws IOException {
    assertThat(texts().mapToInt(DocumentedSqlTest::analyse).sum(), greaterThan(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bq query 'SELECT max(streamed) FROM monitoring.streamed_files'",
        "bq --location=x query --use_legacy_sql=false < bigquery/ddl/nothing.sql",
        "bq query --use_legacy_sql=false $STATEMENT",
        "```sql\nSELECT rows FROM monitoring.run_manifests\n```"
      })
  void whatBigQueryWouldRefuseOrNobodyCanAnalyseIsFound(String document) {
    assertThrows(RuntimeException.class, () -> analyse(document));
  }

  private static Stream<String> texts() throws IOException {
    try (Stream<Path> documents = Files.walk(ROOT.resolve("docs"));
        Stream<Path> root = Files.list(ROOT)) {
      return Stream.concat(documents, root)
          .filter(file -> file.toString().matches(".*\\.(md|yaml)"))
          .map(DocumentedSqlTest::text)
          .toList()
          .stream();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many statements a document has; those of committed files are analysed elsewhere. */
  private static int analyse(String document) {
    int statements = 0;
    for (Matcher call = BQ.matcher(document); call.find(); statements++) {
      Matcher text = TEXT.matcher(call.group(1));
      Matcher file = FILE.matcher(call.group(1));
      if (text.find()) {
        GOOGLE_SQL.check(text.group(1), Map.of());
      } else if (!file.find() || !Files.exists(ROOT.resolve(file.group().substring(2)))) {
        throw new IllegalArgumentException("What is asked here? " + call.group());
      }
    }
    List<String> fenced = FENCED.matcher(document).results().map(found -> found.group(1)).toList();
    fenced.forEach(statement -> GOOGLE_SQL.check(statement, Map.of()));
    return statements + fenced.size();
  }
}
