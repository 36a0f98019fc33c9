package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.emulator.junit.EmulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Probes ask with HEAD whether something answers. */
@ExtendWith(EmulatorExtension.class)
class HeadTest {
  private final World world;
  private final Wire wire;

  HeadTest(AuthEmulator emulator, World world) {
    this.world = world;
    this.wire = Wire.to(emulator.baseUrl());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health",
        "/api/v1/projects/{stackauth}/.well-known/jwks.json",
        "/v1/sessions/jwks/{stytch}",
        "/api/v1/mailbox/ada",
        "/_emulator/health",
        "/_emulator/openapi.json",
        "/_emulator/worlds",
        "/_emulator/worlds/{world}/outbox",
        "/_emulator/worlds/{world}/export.yaml",
        "/_emulator/worlds/none",
        "/_emulator/none",
        "/_emulator/ui",
        "/_emulator/ui/worlds/{world}/inbox",
        "/none",
      })
  void headAnswersAsGetDoesWithoutABody(String template) throws Exception {
    String path =
        template
            .replace("{world}", world.id())
            .replace("{stackauth}", world.stackAuth().projectId())
            .replace("{stytch}", world.stytch().projectId());
    world.clock().freeze();

    Wire.Reply get = wire.get(path);
    Wire.Reply head = wire.send("HEAD", path, "");

    assertEquals(get.status(), head.status());
    assertEquals("", head.text());
    for (String header :
        new String[] {"content-type", "content-length", "cache-control", "location"}) {
      assertEquals(get.header(header), head.header(header), header);
    }
  }

  @Test
  void theLedgerShowsWhatWasAsked() throws Exception {
    wire.send("HEAD", "/v1/sessions/jwks/" + world.stytch().projectId(), "");

    assertEquals("HEAD", world.ledger().entries("stytch.session.jwks").get(0).method());
  }

  @Test
  void aHeadTakesNothingAway() throws Exception {
    String await = "/_emulator/worlds/%s/outbox/await?to=ada@example.com&kind=password_reset";
    Wire.Reply head = wire.send("HEAD", await.formatted(world.id()), "");

    assertEquals(405, head.status());
    assertEquals("GET", head.header("allow").orElse(""));
  }

  @Test
  void aVendorsOtherRoutesKeepTheirWord() throws Exception {
    assertEquals(405, Wire.stackClient(world).send("HEAD", "/projects/current", "").status());
    assertEquals(405, Wire.stytch(world).send("HEAD", "/v1/users/none", "").status());
  }
}
