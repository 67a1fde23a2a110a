package io.growthline.pipelines.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Carries small results out of a pipeline: one file of JSON values for each kind below the
 * temporary location of the job. That works on every runner, unlike metrics, which count bundles
 * twice that are tried twice.
 */
final class Facts {
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final String folder;

  private Facts(String folder) {
    this.folder = folder;
  }

  /** Facts of a new job, below a temporary location, a directory or URI. */
  static Facts below(String tempLocation) {
    return new Facts(
        tempLocation.replaceAll("/+$", "") + "/ingest-facts-" + UUID.randomUUID() + "/");
  }

  /** The facts that a job has kept in the folder of {@link #folder()}. */
  static Facts in(String folder) {
    return new Facts(folder);
  }

  String folder() {
    return folder;
  }

  /**
   * Adds to the pipeline of {@code facts} the steps that carry them out.
   *
   * @return complete when they are
   */
  <T> PCollection<Void> keep(String kind, PCollection<T> facts) {
    return facts
        .apply("Gather " + kind, WithKeys.<Integer, T>of(0).withKeyType(TypeDescriptors.integers()))
        .setCoder(KvCoder.of(VarIntCoder.of(), facts.getCoder()))
        .apply("Group " + kind, GroupByKey.create())
        .apply("Write " + kind, ParDo.of(new Write<>(folder + kind + ".json")));
  }

  /** The facts of a kind, after the pipeline has finished. */
  <T> List<T> collect(String kind, Class<T> type) {
    List<T> facts = new ArrayList<>();
    for (MatchResult.Metadata file : files(kind + ".json")) {
      try (InputStream in = Channels.newInputStream(FileSystems.open(file.resourceId()))) {
        JSON.readerFor(type).<T>readValues(in).forEachRemaining(facts::add);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + file.resourceId(), e);
      }
    }
    return facts;
  }

  /** Removes the files. */
  void delete() {
    List<ResourceId> files =
        files("*.json").stream().map(MatchResult.Metadata::resourceId).toList();
    try {
      FileSystems.delete(files, StandardMoveOptions.IGNORE_MISSING_FILES);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + folder, e);
    }
  }

  private List<MatchResult.Metadata> files(String pattern) {
    try {
      return FileSystems.match(folder + pattern, EmptyMatchTreatment.ALLOW).metadata();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  private static final class Write<T> extends DoFn<KV<Integer, Iterable<T>>, Void> {
    private final String file;

    Write(String file) {
      this.file = file;
    }

    // The name is always the same: a bundle that is tried again writes the same file.
    @ProcessElement
    public void process(@Element KV<Integer, Iterable<T>> facts) throws IOException {
      ResourceId resource = FileSystems.matchNewResource(file, false);
      try (OutputStream out =
          Channels.newOutputStream(FileSystems.create(resource, "application/json"))) {
        for (T fact : facts.getValue()) {
          out.write(JSON.writeValueAsBytes(fact));
          out.write('\n');
        }
      }
    }
  }
}
