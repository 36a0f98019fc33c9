package dev.keyway.providers.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Answers without an end, or far too large, to a caller that has 64 MB of heap. */
@Timeout(900)
class SmallHeapTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** Far more than what is promised, for machines that are busy. */
  private static final Duration LOOSE = Duration.ofSeconds(60);

  private static final String OK =
      "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-type: application/json\r\n";
  private static final String PIECE = "x".repeat(8_000);

  /** What begins an answer, and what is then repeated until the caller is gone. */
  private record Attack(String head, String rest, int times) {

    static Attack endless(String head, String rest) {
      return new Attack(head, rest, Integer.MAX_VALUE);
    }
  }

  private static final Map<String, Attack> ATTACKS =
      new TreeMap<>(
          Map.of(
              "status-line", Attack.endless("HTTP/1.1 200 ", PIECE),
              "head", Attack.endless(OK, "x-more: " + PIECE + "\r\n"),
              "header-line", Attack.endless(OK + "x-long: ", PIECE),
              "interim", Attack.endless("", "HTTP/1.1 103 Early Hints\r\nx-more: y\r\n\r\n"),
              "chunks",
                  Attack.endless(
                      OK + "transfer-encoding: chunked\r\n\r\n1\r\n\"\r\n",
                      "1f40\r\n" + PIECE + "\r\n"),
              "chunk-line", Attack.endless(OK + "transfer-encoding: chunked\r\n\r\n1;", PIECE),
              "trailers",
                  Attack.endless(
                      OK + "transfer-encoding: chunked\r\n\r\n3\r\n\"y\"\r\n0\r\n",
                      "x-more: " + PIECE + "\r\n"),
              "no-length", Attack.endless(OK + "\r\n\"", PIECE),
              "deep",
                  new Attack(OK + "content-length: 1000000\r\n\r\n", "[".repeat(1_000), 1_000)));

  @Test
  void everyCallEndsInTimeWithAFailureOfTheProvider(@TempDir Path folder) throws Exception {
    List<String> asked = new ArrayList<>(ATTACKS.keySet());
    asked.add("gzip");
    asked.add("good");
    Path errors = folder.resolve("errors.txt");
    Map<String, String> ends = new TreeMap<>();
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread accepting = new Thread(() -> accept(server, bomb()), "hostile server");
      accepting.setDaemon(true);
      accepting.start();
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx64m",
                  "-XX:+ExitOnOutOfMemoryError",
                  "-cp",
                  System.getProperty(
                      "surefire.test.class.path", System.getProperty("java.class.path", "")),
                  SmallHeapCaller.class.getName(),
                  "http://127.0.0.1:" + server.getLocalPort(),
                  TIMEOUT.toString()));
      command.addAll(asked);
      Process caller = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          String[] words = line.split(" ", -1);
          ends.put(words[0], words[1]);
          assertTrue(Long.parseLong(words[2]) < TIMEOUT.plus(LOOSE).toMillis(), line);
        }
      } finally {
        caller.destroy();
      }
      assertEquals(0, caller.waitFor(), () -> "after " + ends + ": " + text(errors));
    }
    assertEquals("fine", ends.remove("good"), ends::toString);
    assertEquals(ATTACKS.size() + 1, ends.size(), ends::toString);
    ends.forEach(
        (attack, end) ->
            assertTrue(
                List.of("NO_RESPONSE", "INVALID_RESPONSE").contains(end), attack + ": " + end));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two hundred million bytes in some two hundred thousand. */
  private static byte[] bomb() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      byte[] blanks = " ".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 200; i++) {
        zip.write(blanks);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void accept(ServerSocket server, byte[] bomb) {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        Thread answering = new Thread(() -> answer(connection, bomb), "hostile answer");
        answering.setDaemon(true);
        answering.start();
      } catch (IOException e) {
        // Closed: the test is over.
      }
    }
  }

  private static void answer(Socket connection, byte[] bomb) {
    try (connection;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
      String target = in.readLine();
      for (String line = target; line != null && !line.isEmpty(); line = in.readLine()) {
        // To the end of the request.
      }
      OutputStream out = connection.getOutputStream();
      String name = target == null ? "" : target.replaceAll(".*/things/([a-z-]+).*", "$1");
      Attack attack = ATTACKS.get(name);
      if (attack != null) {
        byte[] rest = bytes(attack.rest());
        out.write(bytes(attack.head()));
        for (int i = 0; i < attack.times(); i++) {
          out.write(rest);
        }
      } else if (name.equals("gzip")) {
        out.write(
            bytes(OK + "content-encoding: gzip\r\ncontent-length: " + bomb.length + "\r\n\r\n"));
        out.write(bomb);
      } else {
        out.write(bytes(OK + "content-length: 13\r\n\r\n{\"id\":\"fine\"}"));
      }
      out.flush();
    } catch (IOException e) {
      // The caller went away, as it may.
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
