package dev.keyway.emulator.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

@ExtendWith(EmulatorExtension.class)
class EmulatorExtensionTest {
  private static final Set<String> SEEN_PROJECTS = ConcurrentHashMap.newKeySet();
  private static final String ADA =
      "{\"email\":\"ada@example.com\",\"password\":\"correct horse battery\","
          + "\"verification_callback_url\":\"http://localhost/verify\"}";

  private final World fromConstructor;

  EmulatorExtensionTest(World world) {
    this.fromConstructor = world;
  }

  @BeforeEach
  void before(World world) {
    assertSame(fromConstructor, world);
  }

  @AfterEach
  void after(World world) {
    assertSame(fromConstructor, world);
  }

  @RepeatedTest(3)
  void eachTestHasAWorldOfItsOwn(World world) {
    assertTrue(SEEN_PROJECTS.add(world.stackAuth().projectId()));
  }

  @Test
  void allTestsShareOneEmulator(AuthEmulator emulator, World world) {
    assertEquals(emulator.baseUrl(), world.stackAuth().baseUrl());
    try (World another = emulator.newWorld()) {
      assertNotSame(world, another);
    }
  }

  @Test
  void aFailedTestReportsItsOutboxAndLedgerWithoutSecrets() {
    Map<String, String> reported = run("aTestThatFails");

    assertTrue(reported.getOrDefault("keyway.ledger", "").contains("stackauth.password.sign-up"));
    assertTrue(reported.getOrDefault("keyway.outbox", "").contains("ada@example.com"));
    String failure = reported.getOrDefault("failure", "");
    assertTrue(failure.contains("on purpose"), failure);
    assertTrue(failure.contains("Suppressed: " + WorldReport.class.getName()), failure);
    assertTrue(failure.contains("stackauth.password.sign-up"), failure);
    assertFalse(reported.toString().contains("correct horse"), "a password was reported");
    assertFalse(reported.toString().contains("code="), "a link was reported");
  }

  @Test
  void aPassedTestReportsNothing() {
    assertEquals(Map.of(), run("aTestThatPasses"));
  }

  private static Map<String, String> run(String method) {
    Map<String, String> reported = new TreeMap<>();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectMethod(Sample.class, method, World.class.getName()))
            .build();
    LauncherFactory.create()
        .execute(
            request,
            new TestExecutionListener() {
              @Override
              public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
                reported.putAll(entry.getKeyValuePairs());
              }

              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result
                    .getThrowable()
                    .ifPresent(failure -> reported.put("failure", stackTrace(failure)));
              }
            });
    return reported;
  }

  private static String stackTrace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  /** Run by the tests above only: its name is none that a build looks for. */
  @ExtendWith(EmulatorExtension.class)
  static class Sample {
    @Test
    void aTestThatFails(World world) throws Exception {
      Wire.stackClient(world).post("/auth/password/sign-up", ADA);
      fail("on purpose");
    }

    @Test
    void aTestThatPasses(World world) throws Exception {
      Wire.stackClient(world).post("/auth/password/sign-up", ADA);
    }
  }
}
