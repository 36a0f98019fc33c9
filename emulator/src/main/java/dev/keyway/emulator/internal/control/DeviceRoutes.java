package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.line;
import static dev.keyway.emulator.internal.control.ControlFields.objectOrText;
import static dev.keyway.emulator.internal.schema.Field.flag;
import static dev.keyway.emulator.internal.schema.Field.listOf;
import static dev.keyway.emulator.internal.schema.Field.number;
import static dev.keyway.emulator.internal.schema.Field.text;
import static dev.keyway.emulator.internal.schema.Field.tree;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.Devices;
import dev.keyway.emulator.World;
import dev.keyway.emulator.device.CeremonyException;
import dev.keyway.emulator.device.Misbehaviour;
import dev.keyway.emulator.device.PasskeySummary;
import dev.keyway.emulator.device.VirtualAuthenticator;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Values;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The passkey authenticators of a world's people, with the browser around them. */
final class DeviceRoutes implements ControlRoutes {
  private static final String DEVICES = "/worlds/{world}/devices";
  private static final String AUTHENTICATOR = DEVICES + "/authenticators/{device}";

  private static final Field<String> CREDENTIAL_ID = line("credential");
  private static final Field<String> ORIGIN = line("origin");
  private static final Field<String> LIE_NAME = line("name");
  private static final Field<String> LIE_ARGUMENT = text("argument");
  private static final Field<String> OPTIONS = objectOrText("options");

  private static final ObjectType SHAPE =
      ObjectType.of(
              "Devices",
              listOf("authenticators", ControlFields.LINE)
                  .says("Names of passkey authenticators.")
                  .required(),
              listOf("totps", ControlFields.LINE).says("Names of authenticator apps.").required())
          .example("{\"authenticators\":[\"ada-phone\"],\"totps\":[]}");

  private static final ObjectType PASSKEY =
      ObjectType.of(
              "HeldPasskey",
              line("id").says("Credential id, base64url.").required(),
              line("rpId").says("The relying party it was made for.").required(),
              line("userHandle").says("user.id of the options, base64url.").required(),
              text("userName").says("user.name of the options.").required(),
              line("algorithm").says("Of its key.").required(),
              flag("discoverable").says("Whether it signs in without an account name.").required(),
              number("signCount").says("The counter last reported.").required())
          .example(
              """
              {"id":"AQID","rpId":"localhost","userHandle":"dXNlcg","userName":"ada",
               "algorithm":"es256","discoverable":true,"signCount":1}""");

  private static final ObjectType AUTHENTICATOR_SHAPE =
      ObjectType.of(
              "Authenticator",
              line("name").says("Its name.").required(),
              listOf("passkeys", PASSKEY).says("Oldest first.").required())
          .example("{\"name\":\"ada-phone\",\"passkeys\":[]}");

  private static final ObjectType LIE =
      ObjectType.of(
              "Misbehaviour",
              LIE_NAME.says("For example wrong-rp-id, another-key, truncated.").required(),
              LIE_ARGUMENT.says("What it takes, for example the wrong rp id."))
          .example("{\"name\":\"wrong-origin\",\"argument\":\"https://evil.example\"}");

  private static final Field<List<Values>> MISBEHAVE = listOf("misbehave", LIE);

  private static final ObjectType CEREMONY =
      ObjectType.of(
              "Ceremony",
              OPTIONS
                  .says(
                      "What the page would hand to navigator.credentials, in its JSON form, as an object or"
                          + " as text.")
                  .required(),
              ORIGIN.says("The page's origin, for example http://localhost:3000.").required(),
              CREDENTIAL_ID.says("Which credential the user picks; default the newest."),
              MISBEHAVE.says("In which ways to lie."))
          .example(
              """
              {"origin":"http://localhost:3000","options":{"challenge":"AQIDBA","rpId":"localhost"},
               "misbehave":[{"name":"wrong-origin","argument":"https://evil.example"}]}""");

  private static final ObjectType CREDENTIAL =
      ObjectType.of(
              "CredentialAnswer",
              tree("credential")
                  .says("What the page would get, in its JSON form (credential.toJSON()).")
                  .required())
          .example("{\"credential\":{\"id\":\"AQID\",\"type\":\"public-key\"}}");

  @Inject
  DeviceRoutes() {}

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(DEVICES, "devices.list")
            .says("The names of all devices.")
            .gives(SHAPE, call -> names(call.world().devices())),
        Endpoint.delete(DEVICES + "/{device}", "devices.remove")
            .says("Throws the devices of this name away. Providers do not hear of it.")
            .does(call -> call.world().devices().remove(call.path("device"))),
        Endpoint.get(AUTHENTICATOR, "devices.authenticator")
            .says("The passkeys on an authenticator.")
            .gives(AUTHENTICATOR_SHAPE, DeviceRoutes::look),
        Endpoint.post(AUTHENTICATOR + "/create", "devices.create-passkey")
            .says(
                "navigator.credentials.create(): makes a passkey. The authenticator is made when it"
                    + " is first named; 409 ceremony_refused where a browser would refuse.")
            .takes(CEREMONY)
            .gives(CREDENTIAL, DeviceRoutes::create),
        Endpoint.post(AUTHENTICATOR + "/get", "devices.use-passkey")
            .says("navigator.credentials.get(): signs in with a passkey.")
            .takes(CEREMONY)
            .gives(CREDENTIAL, DeviceRoutes::use),
        Endpoint.delete(AUTHENTICATOR + "/passkeys/{credential}", "devices.delete-passkey")
            .says("Deletes a passkey from the device. The provider does not hear of it.")
            .does(DeviceRoutes::deletePasskey));
  }

  private static ObjectNode names(Devices devices) {
    ObjectNode view = Json.object();
    ArrayNode authenticators = view.putArray("authenticators");
    devices.authenticators().forEach(authenticators::add);
    ArrayNode totps = view.putArray("totps");
    devices.totps().forEach(totps::add);
    return view;
  }

  private static ObjectNode look(ControlCall call) {
    ObjectNode view = Json.object().put("name", call.path("device"));
    ArrayNode passkeys = view.putArray("passkeys");
    existing(call).credentials().forEach(passkey -> passkeys.add(view(passkey)));
    return view;
  }

  private static ObjectNode view(PasskeySummary passkey) {
    return Json.object()
        .put("id", passkey.id())
        .put("rpId", passkey.rpId())
        .put("userHandle", passkey.userHandle())
        .put("userName", passkey.userName())
        .put("algorithm", passkey.algorithm().name().toLowerCase(Locale.ROOT))
        .put("discoverable", passkey.discoverable())
        .put("signCount", passkey.signCount());
  }

  private static ObjectNode create(ControlCall call) {
    Values body = call.body();
    VirtualAuthenticator device = misbehaving(call);
    return credential(() -> device.create(body.get(OPTIONS), body.get(ORIGIN)));
  }

  private static ObjectNode use(ControlCall call) {
    Values body = call.body();
    VirtualAuthenticator device = misbehaving(call);
    return credential(
        () ->
            body.has(CREDENTIAL_ID)
                ? device.get(body.get(OPTIONS), body.get(ORIGIN), body.get(CREDENTIAL_ID))
                : device.get(body.get(OPTIONS), body.get(ORIGIN)));
  }

  private static ObjectNode credential(Supplier<String> ceremony) {
    try {
      ObjectNode response = Json.object();
      response.set("credential", Json.read(ceremony.get()));
      return response;
    } catch (CeremonyException e) {
      throw ControlFailure.conflict("ceremony_refused", e.name().domName() + ": " + e.getMessage());
    } catch (Json.Malformed e) {
      throw new IllegalStateException("A credential is JSON", e);
    }
  }

  private static VirtualAuthenticator misbehaving(ControlCall call) {
    VirtualAuthenticator device = call.world().devices().authenticator(call.path("device"));
    if (!call.body().has(MISBEHAVE)) {
      return device;
    }
    return device.misbehaving(
        call.body().get(MISBEHAVE).stream()
            .map(DeviceRoutes::misbehaviour)
            .toArray(Misbehaviour[]::new));
  }

  private static Misbehaviour misbehaviour(Values lie) {
    try {
      return Misbehaviour.named(lie.get(LIE_NAME), lie.find(LIE_ARGUMENT).orElse(""));
    } catch (IllegalArgumentException e) {
      throw ControlFailure.invalid(
          "misbehave", "There is no such misbehaviour, or its argument does not fit");
    }
  }

  private static void deletePasskey(ControlCall call) {
    if (!existing(call).delete(call.path("credential"))) {
      throw ControlFailure.notFound("There is no passkey of this id on the device");
    }
  }

  private static VirtualAuthenticator existing(ControlCall call) {
    World world = call.world();
    String name = call.path("device");
    if (!world.devices().authenticators().contains(name)) {
      throw ControlFailure.notFound("There is no authenticator of this name");
    }
    return world.devices().authenticator(name);
  }
}
