package dev.keyway;

import dev.keyway.spi.AuthProvider;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A provider that writes down what reaches it and answers with samples, or as it is told. */
final class FixtureProvider implements AuthProvider {

  static final AuthConfig CONFIG =
      AuthConfig.of(
          Map.of("keyway.provider", "fixture", "keyway.fixture.api-key", Samples.SECRET_TEXT));

  final List<String> calls = new CopyOnWriteArrayList<>();
  final AtomicInteger closings = new AtomicInteger();
  private final Set<Capability> capabilities;
  private volatile Function<Method, @Nullable Object> answers = FixtureProvider::sample;

  FixtureProvider(Set<Capability> capabilities) {
    this.capabilities = capabilities;
  }

  void answers(Function<Method, @Nullable Object> answers) {
    this.answers = answers;
  }

  AuthClient.Builder client() {
    return client(CONFIG);
  }

  AuthClient.Builder client(AuthConfig config) {
    return AuthClient.builder(Factories.of(context -> this), config);
  }

  static @Nullable Object sample(Method method) {
    Class<?> type = method.getReturnType();
    return type == void.class ? null : Samples.of(type);
  }

  private <A> Optional<A> area(Class<A> type) {
    return Optional.of(
        type.cast(
            Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> {
                  calls.add(type.getSimpleName() + "." + method.getName());
                  return answers.apply(method);
                })));
  }

  @Override
  public String id() {
    return "fixture";
  }

  @Override
  public Set<Capability> capabilities() {
    return capabilities;
  }

  @Override
  public Optional<Passwords> passwords() {
    return area(Passwords.class);
  }

  @Override
  public Optional<Otps> otps() {
    return area(Otps.class);
  }

  @Override
  public Optional<MagicLinks> magicLinks() {
    return area(MagicLinks.class);
  }

  @Override
  public Optional<OAuth> oauth() {
    return area(OAuth.class);
  }

  @Override
  public Optional<Passkeys> passkeys() {
    return area(Passkeys.class);
  }

  @Override
  public Optional<Totp> totp() {
    return area(Totp.class);
  }

  @Override
  public Optional<SecondFactor> secondFactor() {
    return area(SecondFactor.class);
  }

  @Override
  public Optional<Sessions> sessions() {
    return area(Sessions.class);
  }

  @Override
  public Optional<Users> users() {
    return area(Users.class);
  }

  @Override
  public <T> Optional<T> unwrap(Class<T> type) {
    return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
  }

  @Override
  public void close() {
    closings.incrementAndGet();
  }
}
