package io.growthline.pipelines.generate;

import io.growthline.domain.simulate.FaultPlan;
import io.growthline.domain.simulate.Period;
import io.growthline.domain.simulate.World;
import io.growthline.pipelines.stage.PipelineRun;
import io.growthline.pipelines.stage.UsageException;
import io.growthline.transforms.ShapeCoder;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;

/**
 * Makes synthetic customers and writes their events as landing files. Every range of customers
 * writes its own files, so nothing is shuffled and the same options give the same bytes on every
 * runner.
 */
public final class GeneratePipeline {
  private GeneratePipeline() {}

  public static void main(String[] args) {
    GenerateOptions options =
        PipelineOptionsFactory.fromArgs(args).withValidation().as(GenerateOptions.class);
    FileSystems.setDefaultPipelineOptions(options);
    run(options);
  }

  /**
   * Generates, replacing what an earlier generation left in the same place.
   *
   * @throws UsageException for options that make no sense
   */
  public static GenerateReport run(GenerateOptions options) {
    Generation generation = generation(options);
    FileSystems.setDefaultPipelineOptions(options);
    LandingFolders folders = new LandingFolders(options.getLanding());
    folders.removeGenerated();

    Pipeline pipeline = Pipeline.create(options);
    pipeline
        .apply(
            "Split customers",
            Create.of(ranges(options)).withCoder(ShapeCoder.of(CustomerRange.class)))
        .apply("Spread ranges", Reshuffle.viaRandomKey())
        .apply("Simulate and write", ParDo.of(new GenerateRange(generation)));
    PipelineResult result = PipelineRun.toEnd(pipeline);

    GenerateReport report = Counts.report(result, options.getCustomers());
    folders.writeTruth(generation, report);
    return report;
  }

  private static Generation generation(GenerateOptions options) {
    if (options.getCustomers() < 1 || options.getMonths() < 1 || options.getShards() < 1) {
      throw new UsageException("--customers, --months and --shards must be at least 1.");
    }
    if (!List.of("jsonl", "parquet").contains(options.getFormat())) {
      throw new UsageException(
          "Unknown --format '" + options.getFormat() + "'. Use jsonl or parquet.");
    }
    Period period = period(options);
    try {
      FaultPlan.of(options.getFaults(), World.standard(), period, options.getSeed());
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage() + ".");
    }
    return new Generation(
        options.getLanding(),
        options.getFormat(),
        options.getFaults(),
        options.getSeed(),
        options.getCustomers(),
        period.start(),
        period.end());
  }

  private static Period period(GenerateOptions options) {
    if (options.getStartOn() == null || options.getStartOn().isBlank()) {
      return Period.ofMonths(options.getMonths());
    }
    try {
      LocalDate start = LocalDate.parse(options.getStartOn());
      return new Period(start, start.plusMonths(options.getMonths()));
    } catch (DateTimeParseException e) {
      throw new UsageException(
          "--startOn must be a day like 2025-01-01, not '" + options.getStartOn() + "'.");
    }
  }

  private static List<CustomerRange> ranges(GenerateOptions options) {
    long customers = options.getCustomers();
    int shards = options.getShards();
    return IntStream.range(0, shards)
        .mapToObj(i -> new CustomerRange(i, customers * i / shards, customers * (i + 1) / shards))
        .toList();
  }
}
