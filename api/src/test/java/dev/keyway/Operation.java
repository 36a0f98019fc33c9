package dev.keyway;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A method of an area interface, called on a client by reflection. */
record Operation(Method area, Method method) {

  /** Every method of every area, overloads and all, in the same order each time. */
  static Stream<Operation> all() {
    return Arrays.stream(AuthClient.class.getMethods())
        .filter(area -> area.getReturnType().isInterface())
        .filter(area -> area.getReturnType().getPackageName().equals("dev.keyway"))
        .flatMap(
            area ->
                Arrays.stream(area.getReturnType().getMethods())
                    .map(method -> new Operation(area, method)))
        .sorted(Comparator.comparing(operation -> operation.method().toGenericString()));
  }

  /** Those that take options: what providers implement. */
  static Stream<Operation> whole() {
    return all().filter(Operation::takesOptions);
  }

  boolean takesOptions() {
    return Arrays.stream(method.getParameterTypes()).anyMatch(Options.class::isAssignableFrom);
  }

  /** Such as {@code passwords.signIn}. */
  String name() {
    return area.getName() + "." + method.getName();
  }

  String providerCall() {
    return area.getReturnType().getSimpleName() + "." + method.getName();
  }

  List<Parameter> parameters() {
    return List.of(method.getParameters());
  }

  @Nullable Object[] samples() {
    return parameters().stream().map(p -> Samples.of(p.getType())).toArray();
  }

  @Nullable Object call(AuthClient client, @Nullable Object... arguments) throws Throwable {
    try {
      return method.invoke(area.invoke(client), arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s with %d arguments", name(), method.getParameterCount());
  }
}
