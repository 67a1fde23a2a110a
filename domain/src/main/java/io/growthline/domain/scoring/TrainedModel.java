package io.growthline.domain.scoring;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model as it is kept in the registry.
 *
 * @param metadata what must be known
 * @param trees XGBoost model in UBJSON
 * @param reference distributions of the training population, and of its scores
 * @param calibration reliability on the hold-out
 */
public record TrainedModel(
    ModelMetadata metadata,
    byte[] trees,
    List<Distribution> reference,
    List<CalibrationBin> calibration) {
  static final String TREES = "model.ubj";
  static final String METADATA = "metadata.json";
  static final String REFERENCE = "reference.json";
  static final String CALIBRATION = "calibration.json";

  /** The files that the registry keeps; the metadata come last. */
  public Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(TREES, trees);
    files.put(REFERENCE, ModelJson.write(reference));
    files.put(CALIBRATION, ModelJson.write(calibration));
    files.put(METADATA, ModelJson.write(metadata));
    return Collections.unmodifiableMap(files);
  }
}
