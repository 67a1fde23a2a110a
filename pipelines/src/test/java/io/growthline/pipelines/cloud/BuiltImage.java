package io.growthline.pipelines.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An image as Jib writes it, unpacked: what the build added, without the base.
 *
 * @param root directory that stands for / of the image
 * @param environment its variables, with paths below {@code root}
 */
record BuiltImage(Path root, Map<String, String> environment) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> ADDED = List.of("template/", "usr/local/lib/growthline/");

  /** Unpacks a tar archive in the form of {@code docker save}. */
  static BuiltImage unpack(Path archive, Path root) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try (TarArchiveInputStream tar = tar(Files.newInputStream(archive))) {
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        files.put(entry.getName(), tar.readAllBytes());
      }
    }
    JsonNode manifest = JSON.readTree(files.get("manifest.json")).get(0);
    for (JsonNode layer : manifest.get("Layers")) {
      add(files.get(layer.asText()), root);
    }
    Map<String, String> environment = new HashMap<>();
    for (JsonNode variable :
        JSON.readTree(files.get(manifest.get("Config").asText())).at("/config/Env")) {
      String[] pair = variable.asText().split("=", 2);
      environment.put(pair[0], below(root, pair[1]));
    }
    return new BuiltImage(root, environment);
  }

  /** Puts the root before the paths that the build added. */
  static String below(Path root, String paths) {
    return paths.replaceAll("(^|:)/(template|usr/local/lib/growthline)", "$1" + root + "/$2");
  }

  private static void add(byte[] layer, Path root) throws IOException {
    try (TarArchiveInputStream tar = tar(new GZIPInputStream(new ByteArrayInputStream(layer)))) {
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        String name = entry.getName();
        if (!entry.isDirectory() && ADDED.stream().anyMatch(name::startsWith)) {
          Path file = root.resolve(name);
          Files.createDirectories(file.getParent());
          Files.copy(tar, file);
        }
      }
    }
  }

  private static TarArchiveInputStream tar(InputStream in) {
    return new TarArchiveInputStream(new BufferedInputStream(in));
  }
}
