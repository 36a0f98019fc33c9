package dev.keyway.benchmarks;

import com.stytch.java.common.OptionalClientConfig;
import com.stytch.java.common.StytchResult;
import com.stytch.java.consumer.StytchClient;
import com.stytch.java.consumer.models.users.GetRequest;
import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.UserId;
import feign.Feign;
import feign.Param;
import feign.RequestLine;
import feign.auth.BasicAuthRequestInterceptor;
import feign.hc5.ApacheHttp5Client;
import feign.jackson.JacksonDecoder;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** A client of Stytch that looks a user up. */
interface ClientPeer extends AutoCloseable {
  /** The user, as whatever the client makes of it. */
  Object find();

  @Override
  default void close() {}

  /** Each is a class of its own, so that one loads nothing of another. */
  static ClientPeer open(String name, Target target) {
    return switch (name) {
      case "keyway" -> new Keyway(target);
      case "sdk" -> new Sdk(target);
      case "feign" -> new OnFeign(target);
      case "socket" -> new Socket(target);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** The project and the user. */
  record Target(int port, String project, String secret, String user) {
    String url() {
      return "http://127.0.0.1:" + port;
    }

    /** As arguments of a main method. */
    String[] args(String first) {
      return new String[] {first, Integer.toString(port), project, secret, user};
    }

    static Target of(String... args) {
      return new Target(Integer.parseInt(args[1]), args[2], args[3], args[4]);
    }
  }

  /** This library. */
  final class Keyway implements ClientPeer {
    private final AuthClient client;
    private final UserId user;

    Keyway(Target target) {
      client =
          AuthClient.open(
              AuthConfig.of(
                  Map.of(
                      "keyway.provider", "stytch",
                      "keyway.stytch.base-url", target.url(),
                      "keyway.stytch.project-id", target.project(),
                      "keyway.stytch.secret", target.secret())));
      user = UserId.of(target.user());
    }

    @Override
    public Object find() {
      return client.users().find(user).orElseThrow();
    }

    @Override
    public void close() {
      client.close();
    }
  }

  /** The vendor's own. */
  final class Sdk implements ClientPeer {
    private final StytchClient client;
    private final GetRequest request;

    Sdk(Target target) {
      client =
          new StytchClient(
              target.project(), target.secret(), new OptionalClientConfig(target.url()));
      request = new GetRequest(target.user());
    }

    @Override
    public Object find() {
      try {
        if (client.getUsers().getCompletable(request).get() instanceof StytchResult.Success<?> ok) {
          return ok.getValue();
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new IllegalStateException("no user");
    }
  }

  /** Feign alone, with the HTTP client and the JSON that Keyway uses. */
  final class OnFeign implements ClientPeer {
    private final Api api;
    private final String user;

    OnFeign(Target target) {
      api =
          Feign.builder()
              .client(new ApacheHttp5Client())
              .decoder(new JacksonDecoder())
              .requestInterceptor(
                  new BasicAuthRequestInterceptor(target.project(), target.secret()))
              .target(Api.class, target.url());
      user = target.user();
    }

    @Override
    public Object find() {
      return api.user(user);
    }

    private interface Api {
      @RequestLine("GET /v1/users/{id}")
      Map<String, Object> user(@Param("id") String id);
    }
  }

  /** Bytes over a socket: what the machine and the server cost. */
  final class Socket implements ClientPeer {
    private final Connection connection;
    private final byte[] request;

    Socket(Target target) {
      connection = new Connection(target.port());
      request = Requests.stytchUser(target.project(), target.secret(), target.user());
    }

    @Override
    public Object find() {
      return connection.send(request);
    }

    @Override
    public void close() {
      connection.close();
    }
  }
}
