package io.growthline.pipelines.cloud;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The Terraform files of one directory. Reads names, not values: {@code terraform fmt} gives the
 * text a form in which blocks begin at the margin.
 */
record Hcl(Path directory, String text) {
  private static final Pattern BLOCK =
      Pattern.compile("(?m)^(\\w+)((?: \"[^\"]+\")*) \\{\n(.*?)^}", Pattern.DOTALL);

  static Hcl of(Path directory) {
    return new Hcl(
        directory,
        CloudFiles.files(directory, ".tf").stream()
            .filter(f -> f.getParent().equals(directory))
            .map(CloudFiles::text)
            .collect(Collectors.joining("\n")));
  }

  /** The root module and all child modules. */
  static List<Hcl> modules() {
    return CloudFiles.files(CloudFiles.TERRAFORM, ".tf").stream()
        .map(Path::getParent)
        .distinct()
        .filter(Files::isDirectory)
        .map(Hcl::of)
        .toList();
  }

  static Hcl module(String name) {
    return of(CloudFiles.TERRAFORM.resolve("modules").resolve(name));
  }

  static Hcl root() {
    return of(CloudFiles.TERRAFORM);
  }

  /** Bodies of the blocks of a kind, by their last label. */
  Map<String, String> blocks(String kind) {
    Map<String, String> blocks = new LinkedHashMap<>();
    BLOCK
        .matcher(text)
        .results()
        .filter(m -> m.group(1).equals(kind))
        .forEach(m -> blocks.put(m.group(2).replaceAll("^.* \"|\"", ""), m.group(3)));
    return blocks;
  }

  /** Names after a prefix such as {@code var}, wherever they are used. */
  Set<String> uses(String prefix) {
    return names("(?<![\\w.])" + prefix + "\\.(\\w+)");
  }

  /** Names declared in {@code locals} blocks. */
  Set<String> locals() {
    Set<String> names = new TreeSet<>();
    Pattern.compile("(?m)^locals \\{\n(.*?)^}", Pattern.DOTALL)
        .matcher(text)
        .results()
        .forEach(
            m ->
                Pattern.compile("(?m)^  (\\w+) +=")
                    .matcher(m.group(1))
                    .results()
                    .forEach(n -> names.add(n.group(1))));
    return names;
  }

  /** What the first group of a pattern finds. */
  Set<String> names(String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult m) -> m.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
