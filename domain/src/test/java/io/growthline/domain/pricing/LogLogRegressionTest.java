package io.growthline.domain.pricing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogLogRegressionTest {
  private static final Path ORANGE_JUICE =
      Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."))
          .resolve("../shared/data/oj.csv");

  @Test
  void halvingThePriceAndQuadruplingSalesIsAnElasticityOfMinusTwo() {
    LogLogRegression regression = new LogLogRegression(0);
    regression.add(100, 2);
    regression.add(400, 1);

    assertThat(regression.coefficients().get(1), closeTo(-2, 1e-9));
  }

  @Test
  void salesOfZeroAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new LogLogRegression(0).add(0, 2));
  }

  @Test
  void thePublishedElasticitiesOfOrangeJuiceAreReproduced() throws IOException {
    // log(sales) ~ log(price) * brand * feat, the brand dominicks being the base
    List<Double> b =
        orangeJuice(
            (price, minuteMaid, tropicana, feat) ->
                new double[] {
                  price * minuteMaid,
                  price * tropicana,
                  price * feat,
                  minuteMaid,
                  tropicana,
                  feat,
                  feat * minuteMaid,
                  feat * tropicana,
                  price * feat * minuteMaid,
                  price * feat * tropicana
                });

    assertThat(b.get(1), closeTo(-2.774, 0.0005));
    assertThat(b.get(2), closeTo(0.783, 0.0005));
    assertThat(b.get(3), closeTo(0.736, 0.0005));
    assertThat(b.get(4), closeTo(-0.471, 0.0005));
  }

  @Test
  void thePublishedElasticityWithBrandsAloneIsReproduced() throws IOException {
    // log(sales) ~ log(price) + brand
    List<Double> b =
        orangeJuice((price, minuteMaid, tropicana, feat) -> new double[] {minuteMaid, tropicana});

    assertThat(b.get(1), closeTo(-3.139, 0.0005));
  }

  private interface Controls {
    double[] of(double logPrice, double minuteMaid, double tropicana, double feat);
  }

  private static List<Double> orangeJuice(Controls controls) throws IOException {
    assumeTrue(Files.exists(ORANGE_JUICE), "needs " + ORANGE_JUICE);
    LogLogRegression regression = new LogLogRegression(controls.of(0, 0, 0, 0).length);
    List<String> lines = Files.readAllLines(ORANGE_JUICE);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      double price = Double.parseDouble(cells[1]);
      double minuteMaid = cells[2].equals("minute.maid") ? 1 : 0;
      double tropicana = cells[2].equals("tropicana") ? 1 : 0;
      double feat = Double.parseDouble(cells[3]);
      regression.add(
          Double.parseDouble(cells[0]),
          price,
          controls.of(Math.log(price), minuteMaid, tropicana, feat));
    }
    return regression.coefficients();
  }
}
