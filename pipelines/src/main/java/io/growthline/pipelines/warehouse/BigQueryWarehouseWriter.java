package io.growthline.pipelines.warehouse;

import com.google.api.services.bigquery.model.TableReference;
import io.growthline.domain.contract.TableSpec;
import io.growthline.pipelines.stage.PipelineRun;
import io.growthline.transforms.AnyRecordCoder;
import io.growthline.transforms.block.UnpackRows;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineRunner;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO.Write.CreateDisposition;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryIO.Write.WriteDisposition;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryServices;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryServices.DatasetService;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryServices.JobService;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes tables of one project with load jobs into the dataset {@code staging}; publishing copies
 * them, or their days, over the tables that Terraform created. Each copy is one step, and what a
 * run notes of itself follows when all else is published. A staged table has the settings of the
 * published one, because the copy of a whole table brings its own. Whatever happens, the staged
 * tables are removed: the next run stages anew.
 */
final class BigQueryWarehouseWriter implements WarehouseWriter {
  private static final Logger LOG = LoggerFactory.getLogger(BigQueryWarehouseWriter.class);

  private static final int TURNS = 3;

  private final String project;
  private final String runId;
  private final BigQueryServices services;
  private final BigQueryOptions options;
  private final BigQueryStatements statements;
  private final Set<TableSpec<?>> staged = new LinkedHashSet<>();
  private final Set<TableSpec<?>> stagedDays = new HashSet<>();
  private final List<PCollection<?>> written = new ArrayList<>();
  private final Map<TableSpec<?>, List<? extends Record>> lists = new LinkedHashMap<>();
  private final Set<TableSpec<?>> listed = new HashSet<>();

  BigQueryWarehouseWriter(
      String project,
      String runId,
      BigQueryServices services,
      BigQueryOptions options,
      BigQueryStatements statements) {
    this.project = project;
    this.runId = runId;
    this.services = services;
    this.options = options;
    this.statements = statements;
  }

  @Override
  public void stage(PCollection<KV<String, byte[]>> blocks, List<? extends TableSpec<?>> tables) {
    StagedTables destinations = begin(tables);
    String name = StepNames.of(tables);
    PCollection<Record> rows = blocks.apply("Unpack " + name, UnpackRows.of(tables));
    written.add(write("Write " + name, rows, destinations));
  }

  @Override
  public <T extends Record> void stageRows(List<T> rows, TableSpec<T> table) {
    listed.add(table);
    if (lists.put(table, rows) != null) {
      throw stagedTwice(table);
    }
  }

  // Lists are loaded from this machine, together, as each load job takes seconds.
  private void stageLists() {
    if (lists.isEmpty()) {
      return;
    }
    Class<? extends PipelineRunner<?>> runner = options.getRunner();
    DirectOptions direct = options.as(DirectOptions.class);
    int threads = direct.getTargetParallelism();
    options.setRunner(DirectRunner.class);
    // Lists are short, and a thread without work polls all steps without a pause.
    direct.setTargetParallelism(1);
    try {
      Pipeline pipeline = Pipeline.create(options);
      List<Record> rows = new ArrayList<>();
      lists.values().forEach(rows::addAll);
      write(
          "Write lists",
          pipeline.apply("Rows of lists", Create.of(rows).withCoder(AnyRecordCoder.of())),
          begin(lists.keySet()));
      lists.clear();
      PipelineRun.toEnd(pipeline);
    } finally {
      options.setRunner(runner);
      direct.setTargetParallelism(threads);
    }
  }

  // One write for all tables: each has a hundred steps, and a job has a limit of bytes.
  private PCollection<?> write(String name, PCollection<Record> rows, StagedTables destinations) {
    return rows.apply(
            name,
            BigQueryIO.<Record>write()
                .to(destinations)
                .withAvroFormatFunction(row -> AvroRows.of(row.getElement()))
                .useAvroLogicalTypes()
                .withClustering()
                .withMethod(BigQueryIO.Write.Method.FILE_LOADS)
                .withCreateDisposition(CreateDisposition.CREATE_NEVER)
                // The staged table is new, so rows in it are another run's of the same name.
                .withWriteDisposition(WriteDisposition.WRITE_EMPTY)
                .withTestServices(services)
                .withoutValidation())
        .getSuccessfulTableLoads();
  }

  private StagedTables begin(Collection<? extends TableSpec<?>> tables) {
    StagedTables destinations = new StagedTables(project, runId);
    for (TableSpec<?> table : tables) {
      if (!staged.add(table)) {
        throw stagedTwice(table);
      }
      destinations.add(table, createStaged(table));
    }
    return destinations;
  }

  private IllegalArgumentException stagedTwice(TableSpec<?> table) {
    return new IllegalArgumentException(table.id() + " is staged twice in run " + runId);
  }

  @Override
  public void adopt(TableSpec<?> table) {
    staged.add(table);
  }

  @Override
  public void adoptDays(TableSpec<?> table) {
    adopt(table);
    stagedDays.add(table);
  }

  @Override
  public List<PCollection<?>> written() {
    return List.copyOf(written);
  }

  @Override
  public Map<String, Long> publish(Map<String, Set<LocalDate>> replaced) {
    stageLists();
    Map<String, Long> rows = new TreeMap<>();
    for (int turn = 0; turn < TURNS; turn++) {
      int now = turn;
      rows.putAll(publish(stagedIf(table -> turn(table) == now), replaced));
    }
    return rows;
  }

  // Rows, then what the job notes of them, then what this machine notes, such as the files that
  // were
  // read: a note must not be ahead of what it speaks of.
  private int turn(TableSpec<?> table) {
    if (!table.dataset().equals("monitoring")) {
      return 0;
    }
    return listed.contains(table) ? 2 : 1;
  }

  @Override
  public Map<String, Long> publishAllBut(List<TableSpec<?>> later) {
    return publish(stagedIf(table -> !later.contains(table)), Map.of());
  }

  private List<TableSpec<?>> stagedIf(Predicate<TableSpec<?>> wanted) {
    return staged.stream().filter(wanted).toList();
  }

  private Map<String, Long> publish(
      List<TableSpec<?>> tables, Map<String, Set<LocalDate>> replaced) {
    try (JobService jobs = services.getJobService(options);
        DatasetService datasets = services.getDatasetService(options)) {
      BigQueryPublication publication =
          new BigQueryPublication(project, runId, jobs, datasets, statements);
      for (TableSpec<?> table : tables) {
        if (stagedDays.contains(table)) {
          publication.replaceDays(table, replaced.getOrDefault(table.id(), Set.of()));
        } else {
          publication.replace(table);
        }
      }
      Map<String, Long> rows = publication.finish();
      for (TableSpec<?> table : tables) {
        remove(BigQueryTables.staged(project, table, runId), datasets);
        staged.remove(table);
        stagedDays.remove(table);
      }
      return rows;
    } catch (Exception e) {
      throw failed("publish", discardAfter(e));
    }
  }

  @Override
  public void discard() {
    try (DatasetService datasets = services.getDatasetService(options)) {
      for (TableSpec<?> table : staged) {
        remove(BigQueryTables.staged(project, table, runId), datasets);
      }
      staged.clear();
      stagedDays.clear();
      lists.clear();
    } catch (Exception e) {
      throw failed("discard", e);
    }
  }

  private Exception discardAfter(Exception failure) {
    try {
      discard();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  private TableSettings createStaged(TableSpec<?> table) {
    try (DatasetService datasets = services.getDatasetService(options)) {
      remove(BigQueryTables.staged(project, table, runId), datasets);
      TableSettings published = TableSettings.of(project, table, datasets);
      List<String> untagged = published.untagged(table);
      if (!untagged.isEmpty()) {
        LOG.warn(
            "{} has no policy tag on {}: whoever may read the dataset reads personal data. Apply the"
                + " Terraform.",
            table.id(),
            untagged);
      }
      datasets.createTable(
          BigQueryTables.newStaged(project, table, runId, published, Instant.now()));
      return published;
    } catch (Exception e) {
      throw failed("stage " + table.id() + " in", e);
    }
  }

  private static void remove(TableReference table, DatasetService datasets)
      throws IOException, InterruptedException {
    if (datasets.getTable(table) != null) {
      datasets.deleteTable(table);
    }
  }

  private IllegalStateException failed(String what, Exception cause) {
    if (cause instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    if (cause instanceof IllegalStateException said) {
      return said;
    }
    return new IllegalStateException(
        "Cannot " + what + " run " + runId + " of bq://" + project + ": " + cause.getMessage(),
        cause);
  }
}
