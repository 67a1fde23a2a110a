package io.growthline.domain.scoring;

import java.io.IOException;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** XGBoost without its checked exceptions. Thread-safe: one call at a time enters the library. */
final class Trees {
  private final Booster booster;

  Trees(byte[] ubj) {
    try {
      booster = XGBoost.loadModel(ubj);
    } catch (XGBoostError | IOException e) {
      throw new IllegalStateException("The model's trees cannot be read; train again", e);
    }
  }

  /** Log odds of each row before calibration. */
  double[] margins(List<double[]> rows) {
    float[][] out = predict(rows, false);
    double[] margins = new double[out.length];
    for (int i = 0; i < out.length; i++) {
      margins[i] = out[i][0];
    }
    return margins;
  }

  /** TreeSHAP contributions of each row to its margin, one for each feature and last the base. */
  float[][] contributions(List<double[]> rows) {
    return predict(rows, true);
  }

  private synchronized float[][] predict(List<double[]> rows, boolean contributions) {
    DMatrix matrix = null;
    try {
      matrix = matrix(rows);
      return contributions ? booster.predictContrib(matrix, 0) : booster.predict(matrix, true);
    } catch (XGBoostError e) {
      throw new IllegalStateException("Scoring failed", e);
    } finally {
      if (matrix != null) {
        matrix.dispose();
      }
    }
  }

  /** Rows as XGBoost wants them; NaN is missing. */
  static DMatrix matrix(List<double[]> rows) throws XGBoostError {
    int columns = rows.get(0).length;
    float[] data = new float[rows.size() * columns];
    int next = 0;
    for (double[] row : rows) {
      for (double value : row) {
        data[next++] = (float) value;
      }
    }
    return new DMatrix(data, rows.size(), columns, Float.NaN);
  }
}
