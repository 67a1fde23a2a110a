package io.growthline.pipelines.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.simulate.PlantedTruth;
import io.growthline.domain.simulate.World;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/** The landing place: a folder for each raw table, files named after their shard. */
final class LandingFolders {
  private static final String TRUTH = "_truth.json";
  private final String root;

  LandingFolders(String root) {
    this.root = root.endsWith("/") ? root : root + "/";
  }

  /** A new file for the rows that a shard has for a table. */
  <T extends Record> LandingFile<T> create(TableSpec<T> table, int shard, String format)
      throws IOException {
    String name = String.format(Locale.ROOT, "%s/part-%05d.%s", table.name(), shard, format);
    WritableByteChannel channel = open(name, "application/octet-stream");
    return format.equals("parquet")
        ? new ParquetLandingFile<>(table, channel)
        : new JsonLinesFile<>(table, Channels.newOutputStream(channel));
  }

  /** Removes the files of an earlier generation; files of other names stay. */
  void removeGenerated() {
    List<ResourceId> old = new ArrayList<>();
    try {
      for (TableSpec<?> table : Contracts.RAW) {
        String pattern = root + table.name() + "/part-*";
        MatchResult match = FileSystems.match(pattern, EmptyMatchTreatment.ALLOW);
        for (MatchResult.Metadata file : match.metadata()) {
          if (file.resourceId().getFilename().matches("part-\\d{5}\\.(jsonl|parquet)")) {
            old.add(file.resourceId());
          }
        }
      }
      FileSystems.delete(old);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Old files under " + root + " cannot be removed; check the permissions", e);
    }
  }

  /** Writes what was planted and what came out of it, for tests; no pipeline reads it. */
  void writeTruth(Generation generation, GenerateReport report) {
    Map<String, Object> truth = PlantedTruth.of(World.standard(), generation.period());
    truth.put("seed", generation.seed());
    truth.put("customers", report.customers());
    truth.put("valid_rows", report.rows());
    truth.put("faults", report.faults());
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    try (OutputStream out = Channels.newOutputStream(open(TRUTH, "application/json"))) {
      mapper.writeValue(out, truth);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + root + TRUTH, e);
    }
  }

  private WritableByteChannel open(String name, String mimeType) throws IOException {
    return FileSystems.create(FileSystems.matchNewResource(root + name, false), mimeType);
  }
}
