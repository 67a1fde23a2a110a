package io.growthline.pipelines.ingest;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One kind of input that a careless or hostile producer may deliver.
 *
 * @param kind what is wrong with it
 * @param path file below the landing place
 * @param records how many records its maker put in, {@link #UNKNOWN} when damage makes that moot
 * @param framed whether the records {@code before} and {@code after} in the file are good
 * @param maker content of the file; where the damage is depends on chance
 */
record BadInput(
    String kind, String path, int records, boolean framed, Function<Random, byte[]> maker) {
  static final int UNKNOWN = -1;

  /** All kinds. */
  static List<BadInput> all() {
    return Stream.of(
            BadNumbers.kinds(),
            BadTexts.kinds(),
            BadTimes.kinds(),
            BadRecords.kinds(),
            BadJsonFiles.kinds(),
            BadGzip.kinds(),
            BadCsv.kinds(),
            BadParquet.kinds())
        .flatMap(List::stream)
        .toList();
  }

  /** Content of the file, always the same for the same seed. */
  byte[] bytes(int seed) {
    return maker.apply(new Random(seed));
  }

  @Override
  public String toString() {
    return kind;
  }
}
