package io.growthline.pipelines.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full in the middle of a run: a small memory disk that only one process sees, which
 * needs no more than the right to make a user namespace.
 */
class DiskFullTest {
  private static final List<String> OWN_DISKS = List.of("unshare", "-rm", "--");

  @TempDir Path directory;

  @Test
  void theRunFailsWithOneLineTheOldTablesStayAndARunWithSpaceSucceeds() throws Exception {
    assumeTrue(
        run("true.txt", List.of("mount", "-t", "tmpfs", "tmpfs", directory.toString())) == 0,
        "Skipped: this system lets no user mount a memory disk");
    DataFixture data = new DataFixture(directory.resolve("data"));
    data.sessions("a.jsonl", 0, 5);
    Map<String, String> before = data.run("ingest").tables();
    data.sessions("b.jsonl", 0, 10_000);

    int code = run("script.txt", List.of("sh", "-c", script(data)));

    String said = Files.readString(directory.resolve("script.txt"));
    assertThat(said, code, is(0));
    assertThat(said, said.lines().toList().get(0), is("exit 1"));
    List<String> failure = Files.readAllLines(directory.resolve("full.txt"));
    assertThat(
        failure.subList(1, 4),
        contains(
            is("  ingest          failed"),
            is(
                "            The disk is full (No space left on device): free some space, then run"
                    + " again."),
            startsWith("Run failed. Manifest: ")));
    assertThat(failure.size(), is(4));
    DataFixture full = new DataFixture(directory.resolve("full"));
    full.assertTables(before);
    assertThat("rows staged", HeldPublication.staged(full.root()), is(empty()));

    DataFixture roomy = new DataFixture(directory.resolve("roomy"));
    assertThat(said, said.lines().toList().get(1), is("exit 0"));
    Map<String, String> expected = data.run("ingest").tables();
    assertThat(expected.get("raw.sessions"), not(is(before.get("raw.sessions"))));
    roomy.assertTables(expected);
  }

  /** Runs on a disk with little space, then on the same disk with much; keeps both results. */
  private String script(DataFixture data) {
    Path disk = directory.resolve("disk");
    String run =
        Fork.command("run", "--stages=ingest", "--data=" + disk.resolve("data")).stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    return """
        set -e
        cd %s
        mkdir disk
        mount -t tmpfs -o size=1g tmpfs disk
        cp -a %s disk/data
        mount -o remount,size=$(( $(du -sk disk/data | cut -f1) + 200 ))k disk
        %s >full.txt 2>&1 && echo exit 0 || echo exit $?
        cp -a disk/data full
        mount -o remount,size=1g disk
        %s >roomy.txt 2>&1 && echo exit 0 || echo exit $?
        cp -a disk/data roomy
        """
        .formatted(directory, data.root(), run, run);
  }

  private int run(String output, List<String> command) throws Exception {
    return new ProcessBuilder(Stream.concat(OWN_DISKS.stream(), command.stream()).toList())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve(output).toFile())
        .start()
        .waitFor();
  }
}
