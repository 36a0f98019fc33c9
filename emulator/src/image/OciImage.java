import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes a container image without a container engine and without a base image: {@code java
 * emulator/src/image/OciImage.java} after {@code mvn package}. It runs on Linux only.
 *
 * <p>Two layers: a Java runtime cut down by jlink with the shared libraries that it needs from this
 * machine, and the runnable jar. The result is a tar file in the OCI image layout, which {@code
 * docker load}, {@code podman load} and {@code skopeo copy oci-archive:…} read.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/image-layout.md">OCI image
 *     layout</a>
 */
final class OciImage {
  private static final String NAME = "keyway-emulator:latest";
  private static final String MODULES =
      "java.base,java.logging,java.management,java.naming,java.security.sasl,java.sql,java.xml,"
          + "jdk.crypto.ec,jdk.unsupported";
  private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x[0-9a-f]+\\)");
  private static final int BLOCK = 512;

  private OciImage() {}

  public static void main(String[] arguments) throws Exception {
    Path jar = Path.of(arguments.length > 0 ? arguments[0] : "emulator/target/keyway-emulator.jar");
    Path image =
        Path.of(arguments.length > 1 ? arguments[1] : "emulator/target/keyway-emulator-image.tar");
    if (!Files.isRegularFile(jar)) {
      System.err.println("There is no " + jar + ": run mvn package first.");
      System.exit(2);
    }
    Path work = Files.createTempDirectory("keyway-image");
    Path runtime = work.resolve("runtime");
    link(runtime);

    Map<String, byte[]> javaFiles = new TreeMap<>();
    TreeSet<String> programs = new TreeSet<>();
    try (Stream<Path> files = Files.walk(runtime)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = "opt/java/" + runtime.relativize(file);
        javaFiles.put(name, Files.readAllBytes(file));
        if (Files.isExecutable(file)) {
          programs.add(name);
        }
      }
      for (Path library : libraries(runtime)) {
        String name = library.toString().substring(1);
        javaFiles.put(name, Files.readAllBytes(library));
        programs.add(name);
      }
    }
    byte[] javaLayer = tar(javaFiles, programs, List.of("tmp/"));
    byte[] appLayer =
        tar(
            Map.of("opt/keyway/keyway-emulator.jar", Files.readAllBytes(jar)),
            new TreeSet<>(),
            List.of());
    Files.write(image, layout(List.of(javaLayer, appLayer)));
    try (Stream<Path> files = Files.walk(work)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    }
    System.out.println(image + ": " + Files.size(image) / 1_000_000 + " MB, " + NAME);
  }

  private static void link(Path runtime) {
    ToolProvider jlink = ToolProvider.findFirst("jlink").orElseThrow();
    int code =
        jlink.run(
            System.out,
            System.err,
            "--add-modules",
            MODULES,
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--compress",
            "2",
            "--output",
            runtime.toString());
    if (code != 0) {
      throw new IllegalStateException("jlink failed");
    }
  }

  /** What the dynamic linker would load for the runtime's programs and libraries. */
  private static List<Path> libraries(Path runtime) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("ldd", runtime + "/bin/java"));
    try (Stream<Path> files = Files.walk(runtime)) {
      files.filter(f -> f.toString().endsWith(".so")).forEach(f -> command.add(f.toString()));
    }
    Process ldd =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(ldd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    ldd.waitFor();
    TreeSet<Path> found = new TreeSet<>();
    Matcher library = LIBRARY.matcher(said);
    while (library.find()) {
      Path path = Path.of(library.group(1));
      if (!path.startsWith(runtime)) {
        found.add(path);
      }
    }
    return List.copyOf(found);
  }

  /** The image: blobs named by their digest, and what points to them. */
  private static byte[] layout(List<byte[]> layers) throws Exception {
    Map<String, byte[]> files = new TreeMap<>();
    List<String> diffIds = new ArrayList<>();
    List<String> descriptors = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    for (byte[] layer : layers) {
      byte[] packed = gzip(layer);
      diffIds.add("\"sha256:" + sha256(layer) + "\"");
      descriptors.add(descriptor("application/vnd.oci.image.layer.v1.tar+gzip", packed));
      paths.add("\"" + blob(files, packed) + "\"");
    }
    byte[] config =
        utf8(
            """
            {"architecture":"%s","os":"linux","created":"1970-01-01T00:00:00Z",\
            "config":{"User":"65532:65532","ExposedPorts":{"5399/tcp":{}},\
            "Entrypoint":["/opt/java/bin/java","-XX:-UsePerfData","-jar",\
            "/opt/keyway/keyway-emulator.jar","--bind","0.0.0.0"],\
            "WorkingDir":"/","StopSignal":"SIGTERM",\
            "Labels":{"org.opencontainers.image.title":"Keyway emulator",\
            "org.opencontainers.image.licenses":"Apache-2.0"}},\
            "rootfs":{"type":"layers","diff_ids":[%s]}}\
            """
                .formatted(architecture(), String.join(",", diffIds)));
    byte[] manifest =
        utf8(
            """
            {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",\
            "config":%s,"layers":[%s]}\
            """
                .formatted(
                    descriptor("application/vnd.oci.image.config.v1+json", config),
                    String.join(",", descriptors)));
    String configPath = blob(files, config);
    blob(files, manifest);
    String pointer = descriptor("application/vnd.oci.image.manifest.v1+json", manifest);
    files.put("oci-layout", utf8("{\"imageLayoutVersion\":\"1.0.0\"}"));
    files.put(
        "index.json",
        utf8(
            """
            {"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json",\
            "manifests":[%s,"annotations":{"io.containerd.image.name":"docker.io/library/%s",\
            "org.opencontainers.image.ref.name":"latest"}}]}\
            """
                .formatted(pointer.substring(0, pointer.length() - 1), NAME)));
    // Docker before version 25 reads this and not the index.
    files.put(
        "manifest.json",
        utf8(
            "[{\"Config\":\"%s\",\"RepoTags\":[\"%s\"],\"Layers\":[%s]}]"
                .formatted(configPath, NAME, String.join(",", paths))));
    return tar(files, new TreeSet<>(), List.of());
  }

  private static String blob(Map<String, byte[]> files, byte[] content) throws Exception {
    String path = "blobs/sha256/" + sha256(content);
    files.put(path, content);
    return path;
  }

  private static String descriptor(String type, byte[] content) throws Exception {
    return "{\"mediaType\":\"%s\",\"digest\":\"sha256:%s\",\"size\":%d}"
        .formatted(type, sha256(content), content.length);
  }

  private static String architecture() {
    String arch = System.getProperty("os.arch");
    return arch.equals("aarch64") ? "arm64" : arch;
  }

  /** POSIX ustar, with neither times nor owners, so that the same files give the same bytes. */
  private static byte[] tar(
      Map<String, byte[]> files, TreeSet<String> programs, List<String> directories)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String directory : directories) {
      out.write(header(directory, 0, 01777, '5'));
    }
    for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
      byte[] content = file.getValue();
      int mode = programs.contains(file.getKey()) ? 0755 : 0644;
      out.write(header(file.getKey(), content.length, mode, '0'));
      out.write(content);
      out.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }
    out.write(new byte[2 * BLOCK]);
    return out.toByteArray();
  }

  private static byte[] header(String name, long size, int mode, char type) {
    byte[] path = utf8(name);
    if (path.length > 100) {
      throw new IllegalStateException("Too long a name: " + name);
    }
    byte[] header = new byte[BLOCK];
    put(header, 0, name);
    put(header, 100, "%07o\0".formatted(mode));
    put(header, 108, "0000000\0");
    put(header, 116, "0000000\0");
    put(header, 124, "%011o\0".formatted(size));
    put(header, 136, "00000000000\0");
    put(header, 148, "        ");
    put(header, 156, String.valueOf(type));
    put(header, 257, "ustar\00000");
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    put(header, 148, "%06o\0 ".formatted(sum));
    return header;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = utf8(text);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }

  private static String sha256(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
