package example;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Which method and path lead to which page. */
final class Routes {
  private final Map<String, Page> pages = new HashMap<>();

  interface Page {
    void answer(WebRequest request) throws IOException;
  }

  void get(String path, Page page) {
    pages.put("GET " + path, page);
  }

  /** Answered only when the form is one of ours: see {@link FormTokens}. */
  void post(String path, Page page) {
    pages.put("POST " + path, page);
  }

  /** Null where there is none. */
  Page find(String method, String path) {
    return pages.get(method + " " + path);
  }
}
