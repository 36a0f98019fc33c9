package dev.keyway.emulator.cli;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as its users start it: in a process of its own. */
class ProgramTest {
  private static final Path EXAMPLE = Path.of("..", "docs", "examples", "seed.yaml");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void oneLineSaysWhereItIsAndItsKeysWork() throws Exception {
    try (RunningProgram program = RunningProgram.start("--port", "0", "--json")) {
      JsonNode said = Json.read(program.line());
      JsonNode world = said.path("worlds").path(0);
      assertEquals("default", world.path("name").textValue());
      assertEquals(said.path("url").textValue() + "/_emulator/ui", said.path("page").textValue());
      assertEquals(200, get(said.path("url").textValue() + "/health"));
      assertEquals(201, signUp(said, world.path("stackauth")));
      assertEquals(143, program.terminate().exitCode());
      assertEquals(List.of(), program.rest(), "more than one line");
      assertEquals(List.of(), program.errors(), "noise");
    }
  }

  @Test
  void aTrainingRunEndsByItselfAndSaysNothing() {
    Output run = Output.of("--training-run");
    assertEquals(new Output(ExitCode.OK, "", ""), run);
  }

  @Test
  void theLineForPeopleNamesTheSame() throws Exception {
    try (RunningProgram program = RunningProgram.start("--port", "0", "--world", "shop")) {
      String line = program.line();
      assertAll(
          () -> assertTrue(line.startsWith("Keyway emulator ready at http://127.0.0.1:"), line),
          () -> assertTrue(line.contains("/_emulator/ui"), line),
          () -> assertTrue(line.contains("world shop: Stack Auth project "), line),
          () -> assertTrue(line.contains("secret secret-test-"), line));
    }
  }

  @Test
  void httpsComesWithTheCertificateToTrust() throws Exception {
    try (RunningProgram program =
        RunningProgram.start("--port", "0", "--https-port", "0", "--json")) {
      JsonNode said = Json.read(program.line());
      assertTrue(said.path("httpsUrl").textValue().startsWith("https://127.0.0.1:"));
      assertTrue(said.path("certificateAuthority").textValue().contains("BEGIN CERTIFICATE"));
    }
  }

  @Test
  void linksBeginWithThePublicUrl() throws Exception {
    try (RunningProgram program =
        RunningProgram.start("--port", "0", "--public-url", "http://key_way:5399/", "--json")) {
      JsonNode said = Json.read(program.line());
      assertTrue(said.path("url").textValue().startsWith("http://127.0.0.1:"));
      assertEquals("http://key_way:5399/_emulator/ui", said.path("page").textValue());
      assertTrue(
          said.at("/worlds/0/stackauth/jwksUrl")
              .textValue()
              .startsWith("http://key_way:5399/api/"));
    }
  }

  @Test
  void browsersMayAskByADeclaredName() throws Exception {
    try (RunningProgram program =
        RunningProgram.start(
            "--port", "0", "--host-name", "keyway", "--host-name", "auth.intern", "--json")) {
      URI url = URI.create(Json.read(program.line()).path("url").textValue());
      for (String name : List.of("keyway", "auth.intern", "localhost")) {
        assertEquals(200, statusUnder(name, url), name);
      }
      assertEquals(403, statusUnder("evil.test", url));
    }
  }

  /** The JDK's client lets nobody choose the name. */
  private static int statusUnder(String name, URI url) throws IOException {
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      String request =
          "GET /health HTTP/1.1\r\nHost: %s\r\nOrigin: http://%s\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.formatted(name, name).getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }

  @Test
  void worldsAreKeptOverARestart(@TempDir Path folder) throws Exception {
    String file = folder.resolve("worlds.json").toString();
    JsonNode before;
    try (RunningProgram program =
        RunningProgram.start("--port", "0", "--json", "--world", "shop", "--save", file)) {
      before = Json.read(program.line());
      assertEquals(201, signUp(before, before.at("/worlds/0/stackauth")));
      assertEquals(143, program.terminate().exitCode());
    }
    String saved = Files.readString(Path.of(file));
    try (RunningProgram program =
        RunningProgram.start("--port", "0", "--json", "--world", "bank", "--save", file)) {
      JsonNode after = Json.read(program.line());
      assertEquals("shop", after.at("/worlds/0/name").textValue());
      assertEquals(
          before.at("/worlds/0/stytch/secret").textValue(),
          after.at("/worlds/0/stytch/secret").textValue());
      assertEquals(143, program.terminate().exitCode());
    }
    JsonNode users = Json.read(saved).at("/seed/worlds/0/users");
    assertEquals(1, users.size());
    assertEquals(users, Json.read(Files.readString(Path.of(file))).at("/seed/worlds/0/users"));
    Files.writeString(Path.of(file), "{");
    Output output = Output.of("--port", "0", "--save", file);
    assertEquals(ExitCode.FILE, output.code());
    assertEquals("{", Files.readString(Path.of(file)));
  }

  @Test
  void insideAContainerItListensEverywhereAndSaysSo() throws Exception {
    try (RunningProgram program =
        RunningProgram.start("--port", "0", "--bind", "0.0.0.0", "--json")) {
      String url = Json.read(program.line()).path("url").textValue();
      assertEquals(200, get(url + "/health"));
      program.terminate().exitCode();
      assertTrue(program.errors().get(0).contains("every address"));
    }
  }

  @Test
  void aTakenPortIsOneLineAndExitCodeThree() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        RunningProgram program =
            RunningProgram.start("--port", Integer.toString(taken.getLocalPort()))) {
      assertEquals(3, program.exitCode());
      List<String> errors = program.errors();
      assertEquals(1, errors.size(), errors::toString);
      assertTrue(errors.get(0).contains(":" + taken.getLocalPort()), errors::toString);
    }
  }

  @Test
  void aSeededProgramHasTheSeedsKeysAndUsers() throws Exception {
    try (RunningProgram program =
        RunningProgram.start("--port", "0", "--json", "--seed", EXAMPLE.toString())) {
      JsonNode said = Json.read(program.line());
      assertEquals("shop", said.at("/worlds/0/name").textValue());
      assertEquals("ssk_shop", said.at("/worlds/0/stackauth/secretServerKey").textValue());
      assertEquals("secret-test-shop", said.at("/worlds/0/stytch/secret").textValue());
      assertEquals(201, signUp(said, said.at("/worlds/0/stackauth")));
    }
  }

  @Test
  void errorsAreToldInTheSentencesOfAFile(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("wording.json"),
            "{\"EMAIL_PASSWORD_MISMATCH\":\"Wrong, one of both.\"}");
    try (RunningProgram program =
        RunningProgram.start("--port", "0", "--json", "--wording", file.toString())) {
      JsonNode said = Json.read(program.line());
      HttpResponse<String> refused =
          HTTP.send(
              request(said, said.at("/worlds/0/stackauth"), "/auth/password/sign-in")
                  .POST(ofString("{\"email\":\"ada@example.com\",\"password\":\"guessed\"}"))
                  .build(),
              BodyHandlers.ofString());
      assertEquals("Wrong, one of both.", Json.read(refused.body()).path("error").textValue());
    }
  }

  @Test
  void aBadFileOfSentencesIsOneLineWithItsPlaceAndExitCodeFour(@TempDir Path folder)
      throws Exception {
    Path bad = Files.writeString(folder.resolve("bad.json"), "{\"NO_SUCH\":\"x\"}");
    Output output = Output.of("--port", "0", "--wording", bad.toString());
    assertEquals(ExitCode.FILE, output.code());
    assertEquals(
        "keyway-emulator: " + bad + ": NO_SUCH: there is no error of this code",
        output.err().strip());
  }

  @Test
  void aClockThatIsNotTheMachinesIsTold(@TempDir Path folder) throws Exception {
    Path seed =
        Files.writeString(
            folder.resolve("seed.yaml"),
            """
            worlds:
            - name: still
              clock: {frozenAt: '2026-01-31T12:00:00Z'}
            - name: later
              clock: {offset: PT48H}
            - name: plain
            """);
    try (RunningProgram program = RunningProgram.start("--port", "0", "--seed", seed.toString())) {
      String line = program.line();
      assertTrue(line.contains("world still (clock frozen at 2026-01-31T12:00:00Z): "), line);
      assertTrue(line.contains("world later (clock moved to "), line);
      assertTrue(line.contains("world plain: "), line);
    }
  }

  @Test
  void aBadSeedIsOneLineWithItsPlaceAndExitCodeFour(@TempDir Path folder) throws Exception {
    Path bad = Files.writeString(folder.resolve("bad.yaml"), "worlds:\n- name: w\n  usres: []\n");
    Output output = Output.of("--port", "0", "--seed", bad.toString());
    assertEquals(ExitCode.FILE, output.code());
    assertEquals("", output.out());
    assertEquals(1, output.err().lines().count(), output.err());
    assertTrue(
        output.err().startsWith("keyway-emulator: " + bad + ":3:3: worlds[0].usres: "),
        output.err());
  }

  @Test
  void aSeedThatIsNotThereOrLacksTheWorldIsExitCodeFour() {
    assertEquals(ExitCode.FILE, Output.of("--seed", "missing.yaml").code());
    Output output = Output.of("--seed", EXAMPLE.toString(), "--world", "bank");
    assertEquals(ExitCode.FILE, output.code());
    assertTrue(output.err().contains("only: shop"), output.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--prot=1",
        "--port=many",
        "--port=70000",
        "--https-port=-1",
        "--bind=192.0.2.1",
        "--bind=example.org",
        "--public-url=keyway",
        "--public-url=ftp://keyway",
        "--public-url=https://api.stytch.com",
        "--host-name=http://keyway",
        "--host-name=",
        "--log=loud",
        "word"
      })
  void whatCannotBeUnderstoodIsOneLineAndExitCodeTwo(String argument) {
    Output output = Output.of(argument);
    assertEquals(ExitCode.USAGE, output.code());
    assertEquals("", output.out());
    assertEquals(1, output.err().lines().count(), output.err());
    assertTrue(output.err().startsWith("keyway-emulator: "), output.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"keyway", "keyway:5399", "/keyway"})
  void aPublicUrlWithoutASchemeIsToldWhatIsMissing(String url) {
    Output output = Output.of("--public-url", url);
    assertTrue(output.err().contains("must begin with http:// or https://"), output.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE"})
  void argumentsInAFileAreReadWithItsByteOrderMarkOrRefused(String encoding, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("options.txt");
    String mark = encoding.equals("UTF-8") ? "\ufeff" : "";
    Files.writeString(file, mark + "# ours\n\n  --version\n", Charset.forName(encoding));
    Output output = Output.of("@" + file);
    if (encoding.equals("UTF-8")) {
      assertEquals(ExitCode.OK, output.code(), output.err());
    } else {
      assertEquals(ExitCode.USAGE, output.code());
      assertTrue(output.err().contains("save it as UTF-8"), output.err());
    }
    assertEquals(ExitCode.USAGE, Output.of("@" + folder.resolve("none.txt")).code());
  }

  @Test
  void helpNamesEveryOptionAndExitCode() {
    Output output = Output.of("--help");
    assertEquals(ExitCode.OK, output.code());
    for (String word : List.of("--port", "--bind", "--https-port", "--log", "Exit codes", "143")) {
      assertTrue(output.out().contains(word), output.out());
    }
  }

  @Test
  void theVersionIsOneLine() {
    Output output = Output.of("--version");
    assertEquals(ExitCode.OK, output.code());
    assertEquals(1, output.out().lines().count());
  }

  private static int get(String url) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
        .statusCode();
  }

  private static int signUp(JsonNode said, JsonNode project)
      throws IOException, InterruptedException {
    HttpRequest request = request(said, project, "/users").POST(ofString("{}")).build();
    return HTTP.send(request, BodyHandlers.discarding()).statusCode();
  }

  /** A request of a server to the project. */
  private static HttpRequest.Builder request(JsonNode said, JsonNode project, String path) {
    return HttpRequest.newBuilder(URI.create(said.path("url").textValue() + "/api/v1" + path))
        .header("content-type", "application/json")
        .header("x-stack-access-type", "server")
        .header("x-stack-project-id", project.path("projectId").textValue())
        .header("x-stack-secret-server-key", project.path("secretServerKey").textValue());
  }
}
