package io.growthline.pipelines.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.growthline.pipelines.bench.reference.TableComparison;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchReportTest {
  private static final long MIB = 1 << 20;
  private static final Machine MACHINE =
      new Machine(2, 24 * 1024 * MIB, "Linux 6.1 (amd64)", "17.0.15", 0.25, null);
  private static final TableComparison EQUAL =
      new TableComparison("raw.sessions", 900_000, 900_000, 0, 0, List.of());
  private static final TableComparison DIFFERENT =
      new TableComparison("marts.kpi_values", 3_768, 3_767, 2, 1, List.of());

  @TempDir Path directory;

  @Test
  void readersSeeStagesGrowthReferenceAndStart() {
    BenchReport report =
        new BenchReport(
            MACHINE,
            18,
            42,
            3,
            new SizeReport(
                11,
                4_644L,
                Map.of("ingest", List.of(measured(6, 4), measured(4, 3))),
                Map.of(),
                List.of(),
                List.of(measured(2, 1)),
                null),
            List.of(size(2_000, 1_000_000, 20, EQUAL), size(10_000, 5_000_000, 90, EQUAL)));

    assertThat(report.failures(), is(empty()));
    assertThat(
        BenchMarkdown.of(report),
        is(
            """
            # Benchmark

            Synthetic customers over 18 months, from seed 42, with standard faults. Every stage runs in a process of its own, from nothing but landing files.
            Each was measured 3 times; the run with the median time is shown.

            | | |
            |---|---|
            | machine | 2 processors, 24.0 GiB |
            | system | Linux 6.1 (amd64) |
            | load before the start | 0.3 |
            | Java | 17.0.15, options of the launcher |
            | heap limit | 2.5 GiB |

            ## 2,000 customers, 1,000,000 records

            | stage | rows | wall s | work s | CPU s | rows/s | s per million records | shuffled MiB | peak memory MiB | in garbage collection |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
            | ingest | 1,000 | 20.0 | 19.0 | 40.0 | 50 | 20.0 | 7.0 | 1,024 | 10 % |
            | train | 1,000 | 5.0 | 1.0 | 10.0 | 200 | 5.0 | 7.0 | 1,024 | 10 % |
            | **total** | 2,000 | 25.0 | 20.0 | 50.0 | 80 | 25.0 | 14.0 | 1,024 | 10 % |
            | nothing new | 1,000 | 3.0 | 1.0 | 6.0 | 333 | 3.0 | 7.0 | 1,024 | 10 % |

            ## 10,000 customers, 5,000,000 records

            | stage | rows | wall s | work s | CPU s | rows/s | s per million records | shuffled MiB | peak memory MiB | in garbage collection |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
            | ingest | 1,000 | 90.0 | 89.0 | 180.0 | 11 | 18.0 | 7.0 | 1,024 | 10 % |
            | train | 1,000 | 5.0 | 1.0 | 10.0 | 200 | 1.0 | 7.0 | 1,024 | 10 % |
            | **total** | 2,000 | 95.0 | 90.0 | 190.0 | 21 | 19.0 | 14.0 | 1,024 | 10 % |
            | nothing new | 1,000 | 3.0 | 1.0 | 6.0 | 333 | 0.6 | 7.0 | 1,024 | 10 % |

            ## Growth

            Wall seconds for each million landing records. The last column is the cost of a record at the last size over that at the first: 1 is linear.

            | stage | 2,000 customers | 10,000 customers | growth |
            |---|---:|---:|---:|
            | ingest | 20.0 | 18.0 | 0.90 |
            | train | 5.0 | 1.0 | 0.20 |

            ## Against DuckDB

            SQL in DuckDB makes the same tables in a process of its own, right after the stage. Wall ratios are of whole processes, work ratios leave out their start and end.

            | stage | customers | wall s | DuckDB | ratio | work s | DuckDB | ratio | CPU ratio | peak memory MiB | DuckDB |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
            | ingest | 2,000 | 20.0 | 4.0 | 5.0 | 19.0 | 2.0 | 9.5 | 5.0 | 1,024 | 1,024 |
            | ingest | 10,000 | 90.0 | 4.0 | 22.5 | 89.0 | 2.0 | 44.5 | 22.5 | 1,024 | 1,024 |

            Compared with `EXCEPT` both ways: 2 of 2 tables are equal, with 1,800,000 rows.

            ## Start

            Ingest of 4,644 records costs little but the start of a process. The first start may have to read the code from disk, the second finds it in memory.

            | | wall s | work s | CPU s | peak memory MiB |
            |---|---:|---:|---:|---:|
            | ingest, start 1 | 6.0 | 4.0 | 12.0 | 1,024 |
            | ingest, start 2 | 4.0 | 3.0 | 8.0 | 1,024 |
            | nothing new | 2.0 | 1.0 | 4.0 | 1,024 |
            """));
  }

  @Test
  void whatCouldNotBeMeasuredIsEmptyAndWhatFailedIsSaid() {
    SizeReport size =
        new SizeReport(
            500,
            null,
            Map.of("ingest", List.of(new Measurement(ProcessUsage.ofTime(0, 8), 80, 7, null))),
            Map.of(),
            List.of(),
            List.of(),
            "'growthline run' ended after 9 s with exit code 137.");
    Machine machine = new Machine(4, null, "Mac OS X 14 (aarch64)", "17.0.15", null, "-Xmx6g");

    assertThat(
        BenchMarkdown.of(new BenchReport(machine, 18, 42, 1, null, List.of(size))),
        is(
            """
            # Benchmark

            Synthetic customers over 18 months, from seed 42, with standard faults. Every stage runs in a process of its own, from nothing but landing files.

            | | |
            |---|---|
            | machine | 4 processors, unknown |
            | system | Mac OS X 14 (aarch64) |
            | load before the start |  |
            | Java | 17.0.15, `-Xmx6g` |
            | heap limit | unknown |

            **Failed:** 500 customers: 'growthline run' ended after 9 s with exit code 137.

            ## 500 customers

            | stage | rows | wall s | work s | CPU s | rows/s | s per million records | shuffled MiB | peak memory MiB | in garbage collection |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
            | ingest | 80 | 8.0 | 7.0 |  | 10 |  |  |  |  |
            """));
  }

  @Test
  void aTableThatDiffersIsAFailureThatNamesTableAndCounts() {
    BenchReport report =
        new BenchReport(
            MACHINE, 18, 42, 1, null, List.of(size(2_000, 1_000_000, 20, EQUAL, DIFFERENT)));
    assertThat(
        report.failures(),
        contains(
            "2,000 customers: marts.kpi_values differs from the reference: 2 of 3,768 rows are only"
                + " in ours, 1 of 3,767 only in the reference."));
  }

  @Test
  void theJsonHoldsEveryRepeat() throws Exception {
    BenchReport report =
        new BenchReport(MACHINE, 18, 42, 1, null, List.of(size(2_000, 1_000_000, 20, EQUAL)));
    Path markdown = BenchFiles.write(report, directory.resolve("bench"));

    assertThat(Files.readString(markdown), is(BenchMarkdown.of(report)));
    JsonNode json = new ObjectMapper().readTree(markdown.resolveSibling("report.json").toFile());
    JsonNode ingest = json.at("/sizes/0/stages/ingest");
    assertThat(ingest.size(), is(1));
    assertThat(ingest.at("/0/usage/cpu_seconds").asDouble(), is(40.0));
    assertThat(ingest.at("/0/work_seconds").asDouble(), is(19.0));
    assertThat(json.at("/sizes/0/comparisons/0/table").asText(), is("raw.sessions"));
  }

  private static SizeReport size(
      int customers, long records, double ingest, TableComparison... comparisons) {
    Map<String, List<Measurement>> stages = new LinkedHashMap<>();
    stages.put("ingest", List.of(measured(ingest, ingest - 1)));
    stages.put("train", List.of(measured(5, 1)));
    return new SizeReport(
        customers,
        records,
        stages,
        Map.of("ingest", List.of(measured(4, 2))),
        List.of(comparisons),
        List.of(measured(3, 1)),
        null);
  }

  /** A process on two processors, a tenth of its time in garbage collection. */
  private static Measurement measured(double wallSeconds, double workSeconds) {
    ProcessUsage usage =
        new ProcessUsage(0, wallSeconds, 2 * wallSeconds, 1024 * MIB, 2560 * MIB, wallSeconds / 10);
    return new Measurement(usage, 1_000, workSeconds, 7 * MIB);
  }
}
