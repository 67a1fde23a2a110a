package io.growthline.domain.scoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BankMarketingTest {
  @Test
  void look() throws Exception {
    RealData data = RealData.read("bank_marketing_additional_full.csv", ";");
    RealData.Inputs in = data.inputsWithout("y");
    RealData.Inputs out = data.inputsWithout("y", "duration");
    boolean[] y = new boolean[data.rows().size()];
    List<String> t = data.texts("y");
    for (int i = 0; i < y.length; i++) y[i] = t.get(i).equals("yes");
    for (int k = 0; k < in.names().size(); k++) {
      double[] v = new double[y.length];
      for (int i = 0; i < v.length; i++) v[i] = in.rows().get(i)[k];
      double a = BinaryMetrics.auc(v, y);
      if (Math.abs(a - .5) > .1) System.out.println(in.names().get(k) + " " + a);
    }
    System.out.println("random with " + random(in, y) + " without " + random(out, y));
    System.out.println("time with " + time(in, y) + " without " + time(out, y));
    RealData.Inputs small =
        data.inputsWithout("y", "duration", "emp.var.rate", "cons.price.idx", "cons.conf.idx", "euribor3m", "nr.employed", "month", "day_of_week");
    System.out.println("small random " + random(small, y) + " time " + time(small, y));
  }

  static double random(RealData.Inputs in, boolean[] y) {
    double sum = 0;
    for (int f = 0; f < 5; f++) {
      int fold = f;
      sum += auc(in, y, i -> i % 5 != fold) / 5;
    }
    return sum;
  }

  static double time(RealData.Inputs in, boolean[] y) {
    return auc(in, y, i -> i < y.length * 0.7);
  }

  static double auc(RealData.Inputs in, boolean[] y, java.util.function.IntPredicate train) {
    List<LabelledRow> rows = new ArrayList<>();
    List<double[]> test = new ArrayList<>();
    List<Boolean> truth = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      if (train.test(i)) rows.add(new LabelledRow(LocalDate.EPOCH, in.rows().get(i), y[i]));
      else {
        test.add(in.rows().get(i));
        truth.add(y[i]);
      }
    }
    double[] p = ResponseTrees.grow(rows).probabilities(test);
    boolean[] o = new boolean[p.length];
    for (int i = 0; i < o.length; i++) o[i] = truth.get(i);
    return BinaryMetrics.auc(p, o);
  }
}
