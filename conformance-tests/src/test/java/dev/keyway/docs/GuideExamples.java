package dev.keyway.docs;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Java examples of all guides, compiled as they are printed, to be called by name. */
record GuideExamples(ClassLoader classes) {

  static GuideExamples compile(Path folder) throws IOException {
    return new GuideExamples(JavaExamples.compile(printed(), folder));
  }

  /** Every example, as it is printed. */
  static List<String> printed() {
    return Document.guides().stream().flatMap(guide -> guide.java().stream()).toList();
  }

  Class<?> type(String name) throws ClassNotFoundException {
    return classes.loadClass(name);
  }

  /** Calls a static method. An exception of the example's is thrown as it is. */
  Object call(String type, String method, Object... arguments) throws Exception {
    return call(type(type), null, method, arguments);
  }

  /** Calls a method of an object that {@link #create} made. */
  static Object callOn(Object target, String method, Object... arguments) throws Exception {
    return call(target.getClass(), target, method, arguments);
  }

  Object create(String type, Object... arguments) throws ReflectiveOperationException {
    Constructor<?> constructor = type(type).getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return constructor.newInstance(arguments);
  }

  @SuppressWarnings("NullAway") // void methods give null, which no caller looks at
  private static Object call(Class<?> type, @Nullable Object target, String name, Object... with)
      throws Exception {
    Method method =
        Arrays.stream(type.getDeclaredMethods())
            .filter(candidate -> candidate.getName().equals(name))
            .findFirst()
            .orElseThrow(() -> new AssertionError(type + " has no method " + name));
    method.setAccessible(true);
    try {
      return method.invoke(target, with);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }
}
