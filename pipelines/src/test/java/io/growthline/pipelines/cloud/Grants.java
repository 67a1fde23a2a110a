package io.growthline.pipelines.cloud;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The roles that Terraform grants to accounts, as {@code ACCOUNT: ROLE on WHAT}. */
final class Grants {
  private final Set<String> granted = new TreeSet<>();

  private Grants() {}

  static Set<String> all() {
    Grants grants = new Grants();
    grants.ofJobs(Hcl.module("identity"));
    grants.ofBuilds(Hcl.module("build"));
    return grants.granted;
  }

  private void ofJobs(Hcl identity) {
    Map<String, String> bucketRoles = entries(local(identity, "bucket_roles"));
    Map<String, String> datasetRoles = entries(local(identity, "dataset_roles"));
    Map<String, Map<String, String>> datasets = new HashMap<>();
    Pattern.compile("(?m)^    (\\w+) = \\{\n((?:      .*\n)+)    }")
        .matcher(identity.text())
        .results()
        .forEach(
            account -> {
              String name = account.group(1);
              quoted(setting(account, "project")).forEach(role -> add(name, role, "project"));
              entries(setting(account, "buckets"))
                  .forEach(
                      (bucket, access) -> {
                        add(name, bucketRoles.get(access), "bucket " + bucket);
                        if (bucketsThatBeamLooksFor(identity).contains(bucket)) {
                          add(name, "roles/storage.legacyBucketReader", "bucket " + bucket);
                        }
                      });
              datasets.put(name, entries(setting(account, "datasets")));
              datasets
                  .get(name)
                  .forEach(
                      (dataset, access) ->
                          add(name, datasetRoles.get(access), "dataset " + dataset));
            });
    quoted(local(identity, "workers"))
        .forEach(
            account -> {
              add(account, "roles/artifactregistry.reader", "repository");
              add(account, "roles/iam.serviceAccountUser", "itself");
            });
    quoted(local(identity, "taggers"))
        .forEach(
            account -> {
              add(account, "growthlineTagger", "taxonomy");
              datasets
                  .get(account)
                  .forEach(
                      (dataset, access) -> {
                        if (access.equals("editor")) {
                          add(account, "growthlineTagger", "dataset " + dataset);
                        }
                      });
            });
    quoted(first(Hcl.root(), "pii_stages = \\{ for stage in (\\[.*?])"))
        .forEach(
            account -> add(account, "roles/datacatalog.categoryFineGrainedReader", "policy tag"));
    if (Hcl.module("jobs").text().contains("var.service_accounts[\"nightly\"]")) {
      add("nightly", first(Hcl.module("jobs"), "role += \"(.*)\""), "jobs");
    }
  }

  private static Set<String> bucketsThatBeamLooksFor(Hcl identity) {
    return Set.copyOf(quoted(first(identity, "if contains\\((\\[.*?]), grant.bucket\\)")));
  }

  private void ofBuilds(Hcl build) {
    String projectRoles = build.blocks("locals").values().iterator().next();
    Pattern.compile("(?m)^    (\\w+) += (\\[(?:[^]]|\n)*?])")
        .matcher(projectRoles)
        .results()
        .forEach(m -> quoted(m.group(2)).forEach(role -> add(m.group(1), role, "project")));
    Pattern.compile("bucket = var\\.(\\w+), role = \"(.*?)\", account = \"(\\w+)\"")
        .matcher(build.text())
        .results()
        .forEach(
            m ->
                add(
                    m.group(3),
                    m.group(2),
                    "bucket " + m.group(1).replace("state_bucket", "state")));
    String push = build.blocks("resource").get("push");
    add(
        first(new Hcl(build.directory(), push), "this\\[\"(\\w+)\"]"),
        first(new Hcl(build.directory(), push), "role += \"(.*)\""),
        "repository");
  }

  private void add(String account, String role, String on) {
    granted.add(account + ": " + role + " on " + on);
  }

  private static String setting(MatchResult account, String name) {
    Matcher setting = Pattern.compile("(?m)^      " + name + " += (.*)$").matcher(account.group(2));
    return setting.find() ? setting.group(1) : "";
  }

  private static String local(Hcl module, String name) {
    return first(module, "(?m)^  " + name + " += (.*)$");
  }

  private static String first(Hcl module, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(module.text());
    if (!found.find()) {
      throw new AssertionError("No " + pattern + " in " + module.directory());
    }
    return found.group(1);
  }

  private static List<String> quoted(String text) {
    return Pattern.compile("\"([^\"]+)\"").matcher(text).results().map(m -> m.group(1)).toList();
  }

  private static Map<String, String> entries(String text) {
    Map<String, String> entries = new HashMap<>();
    Pattern.compile("(\\w+) += \"([^\"]+)\"")
        .matcher(text)
        .results()
        .forEach(m -> entries.put(m.group(1), m.group(2)));
    return entries;
  }
}
