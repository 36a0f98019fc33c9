package dev.keyway.browser;

/** The pages of {@link SampleSite}. */
final class Html {

  static final String ICON = "<svg xmlns='http://www.w3.org/2000/svg'/>";

  private Html() {}

  /** The page that everybody comes to. */
  static String home(String heading) {
    return page(
        heading,
        """
        <p><a href="/oauth/start">Sign in with Google</a></p>
        <form method="post" action="/link/send">
          <label>E-mail <input name="email" type="email" required></label>
          <button>Mail me a link</button>
        </form>
        <form method="post" action="/sign-up">
          <label>New account's e-mail <input name="email" type="email" required></label>
          <label>Password <input name="password" type="password" required></label>
          <button>Sign up</button>
        </form>
        <form method="post" action="/sign-out"><button>Sign out</button></form>
        <p><a href="/passkey">Passkeys</a></p>
        """);
  }

  /** The ceremonies' page: a script's two functions, and what the server said at the end. */
  static String passkeys(String script) {
    return page(
        "Passkeys",
        """
        <p><button onclick="show(register)">Create a passkey</button></p>
        <p><button onclick="show(signIn)">Sign in with a passkey</button></p>
        <output></output>
        <script>
        %s
        const send = window.fetch;
        let answer;
        window.fetch = async (...request) => {
          const response = await send(...request);
          answer = await response.clone().text();
          return response;
        };
        async function show(step) {
          const output = document.querySelector('output');
          output.textContent = '';
          try {
            await step();
            output.textContent = answer;
          } catch (e) {
            output.textContent = e.name;
          }
        }
        </script>
        """
            .formatted(script));
  }

  static String page(String heading, String content) {
    return """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Sample site</title></head>
        <body><main><h1>%s</h1>%s</main></body>
        </html>
        """
        .formatted(heading.replace("&", "&amp;").replace("<", "&lt;"), content);
  }
}
