package io.growthline.pipelines.warehouse;

import io.growthline.pipelines.models.FileSystemsStore;
import io.growthline.pipelines.stage.StageOptions;
import io.growthline.pipelines.stage.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Wait;
import org.apache.beam.sdk.values.PCollection;

/**
 * What a process that launches a job leaves for the one that publishes: files below the temporary
 * location, by run and stage. The last step of the job adds its own, so that nobody publishes what
 * a job has staged that still runs or has failed.
 */
public final class Launch {
  private static final String STARTED = "started";
  private static final String ENDED = "ended-";
  private static final String MEMO = "memo";

  private final StageOptions options;
  private final String folder;
  private final FileSystemsStore files;

  /**
   * @throws UsageException without a temporary location
   */
  public Launch(String stage, StageOptions options) {
    if (options.getTempLocation() == null) {
      throw new UsageException(
          "--tempLocation is missing: --step=launch leaves there what --step=publish looks for.");
    }
    this.options = options;
    this.folder =
        options.getTempLocation().replaceAll("/+$", "")
            + "/launches/"
            + options.getRunId()
            + "/"
            + stage
            + "/";
    this.files = new FileSystemsStore(folder);
  }

  /**
   * Launches a pipeline whose end is noted later.
   *
   * @param staged what is complete when the job has staged everything
   * @param memo what whoever publishes must know
   */
  public PipelineResult start(Pipeline pipeline, List<PCollection<?>> staged, String memo) {
    // The job of an earlier launch may still run; its end is none of this one.
    String id = UUID.randomUUID().toString();
    pipeline
        .apply("End", Create.of(ENDED + id))
        .apply("After all is staged", Wait.on(staged))
        .apply("Note the end", ParDo.of(new NoteEnd(files)));
    PipelineResult job = pipeline.run();
    files.write(MEMO, memo.getBytes(StandardCharsets.UTF_8));
    files.write(STARTED, id.getBytes(StandardCharsets.UTF_8));
    return job;
  }

  /**
   * What was said when the job was launched.
   *
   * @throws UsageException when nothing was launched
   * @throws IllegalStateException when the job has not come to its end
   */
  public String memo() {
    String id =
        text(STARTED)
            .orElseThrow(
                () ->
                    new UsageException(
                        "Nothing was launched with --runId=%s below --tempLocation=%s: launch it first, with the same two."
                            .formatted(options.getRunId(), options.getTempLocation())));
    if (text(ENDED + id).isEmpty()) {
      throw new IllegalStateException(
          "The job of run %s still runs or has failed, so nothing was published: see its log, then publish, or launch it again."
              .formatted(options.getRunId()));
    }
    return text(MEMO).orElseThrow();
  }

  /** Forgets the launch: before another one, and when it is published, which can be done once. */
  public void forget() {
    List<ResourceId> left =
        files.list("").stream()
            .map(name -> FileSystems.matchNewResource(folder + name, false))
            .toList();
    try {
      FileSystems.delete(left, StandardMoveOptions.IGNORE_MISSING_FILES);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + folder, e);
    }
  }

  private Optional<String> text(String name) {
    return files.read(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static final class NoteEnd extends DoFn<String, Void> {
    private final FileSystemsStore files;

    NoteEnd(FileSystemsStore files) {
      this.files = files;
    }

    @ProcessElement
    public void note(@Element String name) {
      files.write(name, name.getBytes(StandardCharsets.UTF_8));
    }
  }
}
