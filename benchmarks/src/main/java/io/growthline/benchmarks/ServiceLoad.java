package io.growthline.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How fast a running service answers: look-ups of random customers by several clients at once, and
 * pages by one. Needs nothing but Java: {@code java ServiceLoad.java http://localhost:8080}.
 */
public final class ServiceLoad {
  private static final int CLIENTS = 8;
  private static final int LOOKUPS = 4_000;
  private static final int PAGES = 50;

  private final HttpClient client = HttpClient.newHttpClient();
  private final String service;

  private ServiceLoad(String service) {
    this.service = service;
  }

  public static void main(String[] args) throws Exception {
    ServiceLoad load = new ServiceLoad(args.length > 0 ? args[0] : "http://localhost:8080");
    List<String> customers = load.customers();
    System.out.printf("%d customers, %d clients%n", customers.size(), CLIENTS);
    System.out.printf("%-28s %9s %8s %8s %8s%n", "", "requests/s", "p50 ms", "p95 ms", "p99 ms");
    load.report("customer look-up", CLIENTS, LOOKUPS, id -> "/v1/customers/" + id, customers);
    load.report("page of one customer", CLIENTS, PAGES, id -> "/customers/" + id, customers);
    for (String page : List.of("/", "/customers", "/models")) {
      load.report("page " + page, 1, PAGES, id -> page, customers);
    }
  }

  private interface Path {
    String of(String customerId);
  }

  private List<String> customers() throws IOException, InterruptedException {
    String csv = get("/customers?export=customers");
    return csv.lines().skip(1).map(line -> line.substring(0, line.indexOf(','))).toList();
  }

  private void report(String what, int clients, int requests, Path path, List<String> customers)
      throws InterruptedException, ExecutionException {
    run(1, Math.min(requests, 200), path, customers);
    long start = System.nanoTime();
    double[] millis = run(clients, requests, path, customers);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%-28s %9.0f %8.1f %8.1f %8.1f%n",
        what,
        millis.length / seconds,
        percentile(millis, 50),
        percentile(millis, 95),
        percentile(millis, 99));
  }

  private double[] run(int clients, int requests, Path path, List<String> customers)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    List<Future<double[]>> all = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      SplittableRandom random = new SplittableRandom(i);
      all.add(threads.submit(() -> times(requests, path, customers, random)));
    }
    List<double[]> times = new ArrayList<>();
    for (Future<double[]> one : all) {
      times.add(one.get());
    }
    threads.shutdown();
    double[] sorted = times.stream().flatMapToDouble(Arrays::stream).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private double[] times(int requests, Path path, List<String> customers, SplittableRandom random)
      throws IOException, InterruptedException {
    double[] millis = new double[requests];
    for (int i = 0; i < requests; i++) {
      String id = customers.get(random.nextInt(customers.size()));
      long start = System.nanoTime();
      get(path.of(id));
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    return millis;
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(URI.create(service + path)).build(), BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(path + " was answered with " + response.statusCode());
    }
    return response.body();
  }

  private static double percentile(double[] sorted, int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }
}
