package io.growthline.pipelines.ingest;

import io.growthline.domain.ingest.MappingException;
import io.growthline.domain.ingest.SourceMapping;
import io.growthline.pipelines.stage.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts files of a foreign source and their mapping where ingest finds them. */
public final class SourceImport {
  private SourceImport() {}

  /**
   * What an import did.
   *
   * @param source name of the source
   * @param copied files that were copied, below the landing directory
   * @param alreadyImported files that lay there before, with the same content
   * @param previews what the first rows of each input give, one sentence each, in their order
   */
  public record Result(
      String source, List<Path> copied, List<Path> alreadyImported, List<String> previews) {}

  /**
   * Checks the mapping and all inputs, then copies them; when a check fails nothing is copied.
   *
   * @throws UsageException when the mapping or an input is wrong, or when a different file of the
   *     same name was imported before
   */
  public static Result run(Path mappingFile, List<Path> inputs, Path landing) throws IOException {
    SourceMapping mapping = load(mappingFile);
    Path folder = landing.resolve(mapping.source());
    Map<String, Path> targets = new LinkedHashMap<>();
    for (Path input : inputs) {
      if (!Files.isRegularFile(input) || !Files.isReadable(input)) {
        throw new UsageException("Input " + input + " is not a readable file.");
      }
      String name = input.getFileName().toString();
      if (name.startsWith("_") || name.startsWith(".")) {
        throw new UsageException(
            "Input " + input + " would be ignored: rename it so that it begins with a letter.");
      }
      if (targets.put(name, input) != null) {
        throw new UsageException("Two inputs are called " + name + ": rename one of them.");
      }
      Path target = folder.resolve(name);
      if (Files.exists(target) && Files.mismatch(input, target) >= 0) {
        throw new UsageException(
            "A different file was imported as "
                + target
                + ": rename "
                + input
                + ", or delete the old one first.");
      }
    }
    List<String> previews = new ArrayList<>();
    for (Path input : inputs) {
      previews.add(preview(mapping, mappingFile, input));
    }
    return copy(mapping.source(), mappingFile, targets, folder, previews);
  }

  private static String preview(SourceMapping mapping, Path mappingFile, Path input) {
    String format = mapping.format().name().toLowerCase(Locale.ROOT);
    ImportPreview preview;
    try {
      preview = ImportPreview.of(mapping, input);
    } catch (IOException e) {
      throw new UsageException("Nothing was imported: " + input + " cannot be read.");
    }
    preview
        .damage()
        .ifPresent(
            reason -> {
              throw new UsageException(
                  "Nothing was imported: "
                      + input
                      + " cannot be read as "
                      + format
                      + " ("
                      + reason
                      + ").");
            });
    if (preview.isHopeless()) {
      throw new UsageException(
          "Nothing was imported: all rows at the head of the file would be rejected. "
              + preview.problems()
              + "."
              + (preview.isMalformed() ? "" : advice(mapping, mappingFile, format)));
    }
    return preview.summary();
  }

  private static String advice(SourceMapping mapping, Path mappingFile, String format) {
    return " Correct "
        + mappingFile.getFileName()
        + ", which expects "
        + format
        + (mapping.format() == SourceMapping.Format.CSV
            ? " with '" + mapping.delimiter() + "' between values and names in the first row"
            : "")
        + ".";
  }

  private static SourceMapping load(Path file) throws IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new UsageException("Mapping " + file + " is not a readable file.");
    }
    try {
      return SourceMapping.load(
          file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (MappingException e) {
      throw new UsageException(e.getMessage());
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new UsageException("Mapping " + file + " is not UTF-8 text.");
    }
  }

  private static Result copy(
      String source,
      Path mappingFile,
      Map<String, Path> targets,
      Path folder,
      List<String> previews)
      throws IOException {
    Files.createDirectories(folder);
    replace(mappingFile, folder.resolve("_mapping.yaml"));
    List<Path> copied = new ArrayList<>();
    List<Path> known = new ArrayList<>();
    for (Map.Entry<String, Path> entry : targets.entrySet()) {
      Path target = folder.resolve(entry.getKey());
      if (Files.exists(target)) {
        known.add(target);
      } else {
        replace(entry.getValue(), target);
        copied.add(target);
      }
    }
    return new Result(source, List.copyOf(copied), List.copyOf(known), previews);
  }

  // A run that reads meanwhile sees the whole file or none: hidden names are not data.
  private static void replace(Path from, Path to) throws IOException {
    Path hidden = to.resolveSibling("." + to.getFileName() + ".part");
    Files.copy(from, hidden, StandardCopyOption.REPLACE_EXISTING);
    Files.move(hidden, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
