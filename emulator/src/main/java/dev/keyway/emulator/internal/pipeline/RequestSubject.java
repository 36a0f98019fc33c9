package dev.keyway.emulator.internal.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.http.Diagnosis;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.state.User;
import dev.keyway.emulator.internal.state.Users;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose a request is: the user whom its credentials, its fields or its response name, and the
 * address that it is about. Nothing else of the request is kept.
 */
public final class RequestSubject {
  private static final List<String> EMAILS = List.of("email", "email_address", "primary_email");
  private static final List<String> NUMBERS = List.of("phone_number");
  private static final List<String> ADDRESS_IDS = List.of("method_id", "email_id", "phone_id");

  /** An address is no longer (RFC 5321); more is no address. */
  private static final int LONGEST = 320;

  private final Users<? extends User> users;

  /** Looks among the users of one project, whose lock the caller holds. */
  public RequestSubject(Users<? extends User> users) {
    this.users = users;
  }

  /** The body of a request, when it is a JSON object or array. */
  public static JsonNode body(Request request) {
    return request.json().orElseGet(Json::object);
  }

  /**
   * The response, told to the ledger with whose it is.
   *
   * @param body what was sent
   * @param credentials the user whom the request's tokens name
   */
  public Response tell(JsonNode body, Optional<String> credentials, Response response) {
    Diagnosis told = response.diagnosis();
    JsonNode answer = response.json() == null ? Json.object() : response.json();
    @Nullable String email = address(body, EMAILS).orElse(null);
    @Nullable String number = address(body, NUMBERS).orElse(null);
    Optional<String> user =
        Optional.ofNullable(told.userId())
            .or(() -> text(answer, "user_id"))
            .or(() -> text(answer.path("user"), "user_id"))
            .or(() -> text(body, "user_id").filter(id -> !id.equals("me")))
            .or(() -> credentials)
            .or(() -> ownerOfAddressId(body))
            .or(() -> owner(Address.Kind.EMAIL, email))
            .or(() -> owner(Address.Kind.PHONE, number));
    Optional<String> address =
        Optional.ofNullable(email)
            .or(() -> Optional.ofNullable(number))
            .or(() -> namedAddress(body))
            .or(() -> user.flatMap(this::firstAddress));
    return response.withDiagnosis(told.withSubject(user.orElse(null), address.orElse(null)));
  }

  private Optional<String> owner(Address.Kind kind, @Nullable String value) {
    return value == null ? Optional.empty() : users.byIdentity(kind, value).map(User::id);
  }

  private Optional<String> ownerOfAddressId(JsonNode body) {
    return addressId(body).flatMap(users::byAddressId).map(User::id);
  }

  private Optional<String> namedAddress(JsonNode body) {
    return addressId(body)
        .flatMap(id -> users.byAddressId(id).flatMap(user -> user.address(id)))
        .map(Address::value);
  }

  private Optional<String> firstAddress(String userId) {
    return users
        .byId(userId)
        .flatMap(user -> user.addresses().stream().findFirst())
        .map(Address::value);
  }

  private static Optional<String> addressId(JsonNode body) {
    return ADDRESS_IDS.stream().flatMap(name -> text(body, name).stream()).findFirst();
  }

  private static Optional<String> address(JsonNode body, List<String> names) {
    return names.stream().flatMap(name -> text(body, name).stream()).findFirst();
  }

  private static Optional<String> text(JsonNode object, String name) {
    return Optional.ofNullable(object.path(name).textValue())
        .filter(value -> !value.isBlank() && value.length() <= LONGEST);
  }
}
