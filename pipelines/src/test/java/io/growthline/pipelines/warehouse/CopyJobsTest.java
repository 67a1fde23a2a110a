package io.growthline.pipelines.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.google.api.services.bigquery.model.ErrorProto;
import com.google.api.services.bigquery.model.Job;
import com.google.api.services.bigquery.model.JobConfigurationTableCopy;
import com.google.api.services.bigquery.model.JobReference;
import com.google.api.services.bigquery.model.JobStatus;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.CampaignSpend;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.beam.sdk.io.gcp.testing.FakeJobService;
import org.junit.jupiter.api.Test;

class CopyJobsTest {
  private final Jobs jobs = new Jobs();
  private final CopyJobs copies = new CopyJobs("project-1", jobs);

  @Test
  void eightDaysAreCopiedAtOnceAndNoMore() throws InterruptedException {
    jobs.together = new CyclicBarrier(CopyJobs.AT_ONCE);

    Map<TableCopy, String> failures = copies.run(days(2 * CopyJobs.AT_ONCE));

    assertThat(failures, is(anEmptyMap()));
    assertThat(jobs.most.get(), is(CopyJobs.AT_ONCE));
  }

  @Test
  void aCopyIsRunAgainAsAnotherJobWhenItsErrorPasses() throws InterruptedException {
    jobs.errors.put(1, new ErrorProto().setReason("rateLimitExceeded").setMessage("Too fast"));

    assertThat(copies.run(days(1)), is(anEmptyMap()));
    assertThat(jobs.started, hasSize(2));
  }

  @Test
  void anErrorThatDoesNotPassIsTheReason() throws InterruptedException {
    jobs.errors.put(1, new ErrorProto().setReason("notFound").setMessage("Not found: Table"));
    TableCopy copy = days(1).get(0);

    assertThat(copies.run(List.of(copy)), is(Map.of(copy, "Not found: Table")));
    assertThat(jobs.started, hasSize(1));
  }

  private static List<TableCopy> days(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new TableCopy(
                    TableSpec.of(CampaignSpend.class),
                    Optional.of(LocalDate.EPOCH.plusDays(i)),
                    "EU",
                    new JobConfigurationTableCopy()))
        .toList();
  }

  /** Jobs that end when as many as the barrier waits for are running. */
  private static final class Jobs extends FakeJobService {
    private final Set<String> started = ConcurrentHashMap.newKeySet();
    private final Map<Integer, ErrorProto> errors = new ConcurrentHashMap<>();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private CyclicBarrier together = new CyclicBarrier(1);

    @Override
    public void startCopyJob(JobReference job, JobConfigurationTableCopy copy) {
      started.add(job.getJobId());
      most.accumulateAndGet(running.incrementAndGet(), Math::max);
    }

    @Override
    public Job pollJob(JobReference job, int maxAttempts) {
      try {
        together.await(30, TimeUnit.SECONDS);
      } catch (Exception e) {
        throw new IllegalStateException("Fewer jobs run at once", e);
      }
      running.decrementAndGet();
      return new Job()
          .setStatus(
              new JobStatus().setState("DONE").setErrorResult(errors.get(ended.incrementAndGet())));
    }
  }
}
