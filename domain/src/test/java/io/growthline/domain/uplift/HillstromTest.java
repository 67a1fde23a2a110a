package io.growthline.domain.uplift;

import io.growthline.domain.scoring.RealData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HillstromTest {
  @Test
  void look() throws IOException {
    RealData all = RealData.read("hillstrom.csv", ",");
    for (String mail : List.of("Mens E-Mail", "Womens E-Mail"))
      for (String what : List.of("visit", "conversion")) {
        RealData data = all.where("segment", s -> s.equals(mail) || s.equals("No E-Mail"));
        RealData.Inputs inputs =
            data.inputsWithout("history_segment", "segment", "visit", "conversion", "spend");
        List<String> arm = data.texts("segment");
        List<String> outcome = data.texts(what);
        List<TrialRow> rows = new ArrayList<>();
        long[] n = new long[4];
        for (int i = 0; i < arm.size(); i++) {
          boolean t = arm.get(i).equals(mail);
          boolean y = outcome.get(i).equals("1");
          rows.add(new TrialRow(i % 3, inputs.rows().get(i), t, y));
          n[t ? 0 : 2]++;
          if (y) n[t ? 1 : 3]++;
        }
        long start = System.nanoTime();
        double[] s = TLearner.crossFitted(rows);
        QiniCurve c = QiniCurve.of(rows, s);
        System.out.println(mail + " " + what + " " + Difference.of(n[0], n[1], n[2], n[3]));
        System.out.println(c.quality() + " bins " + c.size());
        System.out.println((System.nanoTime() - start) / 1e9 + " s " + inputs.names());
      }
  }
}
