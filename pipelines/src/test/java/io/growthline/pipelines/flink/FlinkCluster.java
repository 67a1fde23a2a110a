package io.growthline.pipelines.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A standalone Flink cluster on loopback: a job manager and task managers of one slot each. */
final class FlinkCluster implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final List<Process> processes = new ArrayList<>();
  private final List<Path> logs = new ArrayList<>();
  private final int port;

  private FlinkCluster(int port) {
    this.port = port;
  }

  /** Starts the processes and waits until all slots are offered. */
  static FlinkCluster start(Path directory, int taskManagers) throws Exception {
    int port = freePort();
    Path configuration =
        configuration(
            directory,
            """
            jobmanager.rpc.port: %d
            rest.port: %d
            taskmanager.numberOfTaskSlots: 1
            taskmanager.cpu.cores: 1
            taskmanager.memory.framework.heap.size: 128m
            taskmanager.memory.framework.off-heap.size: 128m
            taskmanager.memory.task.heap.size: 640m
            taskmanager.memory.task.off-heap.size: 128m
            taskmanager.memory.network.min: 256m
            taskmanager.memory.network.max: 256m
            taskmanager.memory.managed.size: 128m
            taskmanager.memory.jvm-metaspace.size: 256m
            taskmanager.memory.jvm-overhead.min: 128m
            taskmanager.memory.jvm-overhead.max: 128m
            """
                .formatted(freePort(), port));
    FlinkCluster cluster = new FlinkCluster(port);
    try {
      cluster.start(
          directory.resolve("job-manager.log"),
          "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
          configuration);
      for (int i = 1; i <= taskManagers; i++) {
        Path log = directory.resolve("task-manager-" + i + ".log");
        cluster.logs.add(log);
        cluster.start(
            log, "org.apache.flink.runtime.taskexecutor.TaskManagerRunner", configuration);
      }
      cluster.awaitSlots(taskManagers);
      return cluster;
    } catch (Exception e) {
      cluster.close();
      throw e;
    }
  }

  /** Writes a directory for Flink's configuration that keeps it to loopback. */
  static Path configuration(Path directory, String more) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("conf"));
    Files.writeString(
        folder.resolve("flink-conf.yaml"),
        """
        jobmanager.rpc.address: %1$s
        jobmanager.bind-host: %1$s
        rest.address: %1$s
        rest.bind-address: %1$s
        taskmanager.host: %1$s
        taskmanager.bind-host: %1$s
        io.tmp.dirs: %2$s
        """
                .formatted(HOST, Files.createDirectories(directory.resolve("tmp")))
            + more);
    return folder;
  }

  /** Host and port for {@code --flinkMaster}. */
  String address() {
    return HOST + ":" + port;
  }

  /** How many tasks each task manager has run. */
  List<Long> tasksByManager() throws IOException {
    List<Long> tasks = new ArrayList<>();
    for (Path log : logs) {
      tasks.add(
          Files.readAllLines(log).stream().filter(line -> line.contains("Received task ")).count());
    }
    return tasks;
  }

  @Override
  public void close() throws Exception {
    processes.forEach(Process::destroy);
    for (Process process : processes) {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
  }

  private void start(Path log, String main, Path configuration) throws IOException {
    processes.add(
        new JavaProcess(log, ProductJar.flinkAlone())
            .start(
                List.of("-Xmx768m", "-XX:MaxDirectMemorySize=640m"),
                main,
                List.of("--configDir", configuration.toString())));
  }

  private void awaitSlots(int slots) throws Exception {
    URI overview = URI.create("http://" + address() + "/overview");
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (System.nanoTime() < deadline && processes.stream().allMatch(Process::isAlive)) {
      try {
        JsonNode answer = new ObjectMapper().readTree(overview.toURL());
        if (answer.get("slots-available").asInt() == slots) {
          return;
        }
      } catch (IOException e) {
        // The job manager does not listen yet.
      }
      Thread.sleep(500);
    }
    throw new IllegalStateException(
        "The Flink cluster did not start:\n" + Files.readString(logs.get(logs.size() - 1)));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      return socket.getLocalPort();
    }
  }
}
