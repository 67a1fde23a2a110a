package io.growthline.pipelines.warehouse;

import com.google.api.services.bigquery.model.ErrorProto;
import com.google.api.services.bigquery.model.Job;
import com.google.api.services.bigquery.model.JobReference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryServices.JobService;
import org.apache.beam.sdk.util.BackOff;
import org.apache.beam.sdk.util.BackOffUtils;
import org.apache.beam.sdk.util.FluentBackoff;
import org.apache.beam.sdk.util.Sleeper;
import org.joda.time.Duration;

/** Runs copy jobs, some at a time, and runs those again that failed only for the moment. */
final class CopyJobs {
  /** Far below the number of jobs that a project may run. */
  static final int AT_ONCE = 8;

  private static final Set<String> MOMENTARY =
      Set.of(
          "backendError",
          "internalError",
          "jobBackendError",
          "jobInternalError",
          "jobRateLimitExceeded",
          "rateLimitExceeded");
  private static final FluentBackoff RETRIES =
      FluentBackoff.DEFAULT
          .withInitialBackoff(Duration.standardSeconds(1))
          .withMaxBackoff(Duration.standardMinutes(1))
          .withMaxRetries(6);

  private final String project;
  private final JobService jobs;

  CopyJobs(String project, JobService jobs) {
    this.project = project;
    this.jobs = jobs;
  }

  /**
   * Runs all copies to their end, whatever becomes of the others.
   *
   * @return why copies failed; those that succeeded are absent
   */
  Map<TableCopy, String> run(Collection<TableCopy> copies) throws InterruptedException {
    Map<TableCopy, String> failures = new ConcurrentHashMap<>();
    List<Callable<Void>> tasks = new ArrayList<>();
    for (TableCopy copy : copies) {
      tasks.add(
          () -> {
            run(copy).ifPresent(failure -> failures.put(copy, failure));
            return null;
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      for (Future<Void> done : threads.invokeAll(tasks)) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
    return failures;
  }

  private Optional<String> run(TableCopy copy) throws IOException, InterruptedException {
    BackOff pauses = RETRIES.backoff();
    ErrorProto error = error(copy);
    while (error != null
        && error.getReason() != null
        && MOMENTARY.contains(error.getReason())
        && BackOffUtils.next(Sleeper.DEFAULT, pauses)) {
      error = error(copy);
    }
    return Optional.ofNullable(error).map(ErrorProto::getMessage);
  }

  /** Why one job failed; null when it succeeded. */
  private ErrorProto error(TableCopy copy) throws InterruptedException {
    JobReference job =
        new JobReference()
            .setProjectId(project)
            .setLocation(copy.location())
            .setJobId("growthline_publish_" + copy.table().name() + "_" + UUID.randomUUID());
    try {
      jobs.startCopyJob(job, copy.configuration());
    } catch (IOException e) {
      return new ErrorProto().setMessage(e.getMessage());
    }
    Job done = jobs.pollJob(job, Integer.MAX_VALUE);
    return done == null
        ? new ErrorProto().setMessage("the copy job is unknown")
        : done.getStatus().getErrorResult();
  }
}
