package io.growthline.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The results on the cost page are those of its formulas, which are SQL, with its prices. */
class CostModelTest {
  private static final Path PAGE = Path.of("../docs/cost.md");
  private static final Pattern NAMED = Pattern.compile("`(\\w+)`");
  private static final Pattern FORMULA = Pattern.compile("`(.+)`");
  private static final Pattern WORD = Pattern.compile("[a-z_]+\\b(?!\\()");
  private static final int SIZES = 3;
  private static final int FIRST = 3;

  private DuckDbSql duckDb;

  @BeforeEach
  void open(@TempDir Path warehouse) {
    duckDb = DuckDbSql.live(warehouse);
  }

  @AfterEach
  void close() {
    duckDb.close();
  }

  @Test
  void everyResultFollowsFromThePricesOfThePage() throws IOException {
    assertThat(wrong(Files.readString(PAGE)), is(empty()));
  }

  @Test
  void aPriceWithoutItsResultsIsFound() throws IOException {
    String page = Files.readString(PAGE);
    String dearer = page.replace("TiB scanned | $6.25 |", "TiB scanned | $8.00 |");
    assertThat(dearer, is(not(page)));

    assertThat(wrong(dearer), hasItem(containsString("scan for 1M customers is $18, not 23.")));
    assertThat(wrong(dearer), hasItem(containsString("month for 100M")));
  }

  /** Works through the rows that have a name, in the order of the page. */
  private List<String> wrong(String page) {
    List<String> wrong = new ArrayList<>();
    List<Map<String, Double>> sizes = new ArrayList<>();
    for (int size = 0; size < SIZES; size++) {
      sizes.add(new HashMap<>());
    }
    int results = 0;
    for (String line : page.split("\n")) {
      String[] cells = line.split("\\s*\\|\\s*", -1);
      Matcher name = NAMED.matcher(cells.length > FIRST ? cells[1] : "");
      if (!name.matches()) {
        continue;
      }
      Matcher formula = FORMULA.matcher(cells[FIRST]);
      for (int size = 0; size < SIZES; size++) {
        Map<String, Double> known = sizes.get(size);
        if (formula.matches()) {
          String shown = cells[FIRST + 1 + size];
          double value = evaluate(formula.group(1), known);
          if (Math.abs(value - number(shown)) > 0.5001 * unit(shown)) {
            wrong.add(
                "%s for %sM customers is %s, not %.3f"
                    .formatted(
                        name.group(1), Math.round(known.get("customers")), shown.trim(), value));
          }
          known.put(name.group(1), value);
          results++;
        } else {
          boolean everywhere = !cells[FIRST].isEmpty();
          known.put(name.group(1), number(cells[everywhere ? FIRST : FIRST + 1 + size]));
        }
      }
    }
    assertThat(results, is(greaterThan(0)));
    return wrong;
  }

  private double evaluate(String formula, Map<String, Double> known) {
    String sql =
        WORD.matcher(formula)
            .replaceAll(
                word -> {
                  Double value = known.get(word.group());
                  if (value == null) {
                    throw new AssertionError(word.group() + " is not known in " + formula);
                  }
                  return "CAST(" + value + " AS DOUBLE)";
                });
    return (Double)
        duckDb.query("SELECT CAST(" + sql + " AS DOUBLE)", Map.of()).rows().get(0).get(0);
  }

  private static double number(String shown) {
    return Double.parseDouble(shown.replaceAll("[$,*]", ""));
  }

  /** What the last digit stands for. */
  private static double unit(String shown) {
    String digits = shown.replaceAll("[$,*]", "");
    int point = digits.indexOf('.');
    return point < 0 ? 1 : Math.pow(10, point + 1 - digits.length());
  }
}
