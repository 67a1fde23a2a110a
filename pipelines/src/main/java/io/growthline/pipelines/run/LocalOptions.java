package io.growthline.pipelines.run;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.options.PipelineOptionsRegistrar;

/**
 * Has Beam register only the options of its core and of the runner on one machine. At its first use
 * Beam registers those of every module on the class path, and compares each with all others: a
 * second that a small run would spend for nothing. Options of other modules are still registered
 * when something asks for them.
 */
final class LocalOptions extends ClassLoader {
  private static final String REGISTRARS =
      "META-INF/services/" + PipelineOptionsRegistrar.class.getName();
  private static final List<String> MODULES =
      List.of("beam-sdks-java-core", "beam-runners-direct-java");

  private LocalOptions(ClassLoader parent) {
    super(parent);
  }

  /** Does so, unless Beam's options have been used before. */
  static void register() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(new LocalOptions(before));
    try {
      PipelineOptionsFactory.getRegisteredOptions();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    Enumeration<URL> all = super.getResources(name);
    return name.equals(REGISTRARS)
        ? Collections.enumeration(
            Collections.list(all).stream().filter(LocalOptions::isLocal).toList())
        : all;
  }

  private static boolean isLocal(URL file) {
    return MODULES.stream().anyMatch(file.getPath()::contains);
  }
}
