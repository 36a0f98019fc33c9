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
import java.util.function.Supplier;
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
   * @param credentials the user whom the request's tokens name; asked only where nothing before
   *     them names one
   */
  public Response tell(JsonNode body, Supplier<Optional<String>> credentials, Response response) {
    Diagnosis told = response.diagnosis();
    String email = first(body, EMAILS);
    String number = first(body, NUMBERS);
    String user = told.userId();
    if (user == null) {
      user = named(body, response.json());
    }
    if (user == null) {
      user = credentials.get().orElse(null);
    }
    if (user == null) {
      user = owner(body, email, number);
    }
    String address = email != null ? email : number;
    if (address == null) {
      address = namedAddress(body);
    }
    if (address == null && user != null) {
      address = firstAddress(user);
    }
    return response.withDiagnosis(told.withSubject(user, address));
  }

  /** The user whom the response names, or the body. */
  private static @Nullable String named(JsonNode body, @Nullable JsonNode answer) {
    String user = answer == null ? null : text(answer, "user_id");
    if (user == null && answer != null) {
      user = text(answer.path("user"), "user_id");
    }
    if (user == null) {
      user = text(body, "user_id");
      return "me".equals(user) ? null : user;
    }
    return user;
  }

  /** The user whom an address in the body belongs to. */
  private @Nullable String owner(JsonNode body, @Nullable String email, @Nullable String number) {
    String addressId = first(body, ADDRESS_IDS);
    Optional<String> user =
        addressId == null ? Optional.empty() : users.byAddressId(addressId).map(User::id);
    return user.or(() -> owner(Address.Kind.EMAIL, email))
        .or(() -> owner(Address.Kind.PHONE, number))
        .orElse(null);
  }

  private Optional<String> owner(Address.Kind kind, @Nullable String value) {
    return value == null ? Optional.empty() : users.byIdentity(kind, value).map(User::id);
  }

  private @Nullable String namedAddress(JsonNode body) {
    String id = first(body, ADDRESS_IDS);
    return id == null
        ? null
        : users.byAddressId(id).flatMap(user -> user.address(id)).map(Address::value).orElse(null);
  }

  private @Nullable String firstAddress(String userId) {
    List<Address> addresses = users.byId(userId).map(User::addresses).orElse(List.of());
    return addresses.isEmpty() ? null : addresses.get(0).value();
  }

  private static @Nullable String first(JsonNode body, List<String> names) {
    for (String name : names) {
      String value = text(body, name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static @Nullable String text(JsonNode object, String name) {
    String value = object.path(name).textValue();
    return value == null || value.length() > LONGEST || value.isBlank() ? null : value;
  }
}
