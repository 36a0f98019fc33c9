package dev.keyway;

import dev.keyway.spi.Areas;
import dev.keyway.spi.AuthProvider;
import dev.keyway.spi.NativeCalls;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A provider that writes down what reaches it and answers with samples, or as it is told. */
class FixtureProvider implements AuthProvider {

  static final AuthConfig CONFIG =
      AuthConfig.of(
          Map.of("keyway.provider", "fixture", "keyway.fixture.api-key", Samples.SECRET_TEXT));

  final List<String> calls = new CopyOnWriteArrayList<>();
  final List<List<Object>> arguments = new CopyOnWriteArrayList<>();
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

  /** Every area that {@link Areas} knows of. */
  @Override
  public Areas areas() {
    Areas.Builder areas = Areas.builder();
    Arrays.stream(Areas.Builder.class.getMethods())
        .filter(setter -> setter.getReturnType() == Areas.Builder.class)
        .filter(setter -> setter.getParameterCount() == 1)
        .forEach(setter -> give(areas, setter));
    return areas.build();
  }

  private void give(Areas.Builder areas, Method setter) {
    try {
      setter.invoke(areas, area(setter.getParameterTypes()[0]));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object area(Class<?> type) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, given) -> {
          calls.add(type.getSimpleName() + "." + method.getName());
          arguments.add(List.of(given));
          return answers.apply(method);
        });
  }

  /** What the provider has of its own. */
  interface View {
    String run(Options options, Supplier<String> body);
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
  public <T> Optional<T> unwrap(Class<T> type, NativeCalls calls) {
    if (type == View.class) {
      return Optional.of(
          type.cast((View) (options, body) -> calls.call("fixture.do", options, body)));
    }
    return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
  }

  @Override
  public void close() {
    closings.incrementAndGet();
  }
}
