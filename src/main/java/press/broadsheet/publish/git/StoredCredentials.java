package press.broadsheet.publish.git;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/**
 * Asks git's own credential helpers ({@code git credential fill}), if git is installed. Nobody is asked at a terminal, and
 * what is answered goes nowhere but to the repository.
 */
final class StoredCredentials extends CredentialsProvider {
    private static final int PATIENCE = 20;

    private final Map<String, String> environment;

    StoredCredentials(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public boolean supports(CredentialItem... items) {
        return List.of(items).stream()
                .allMatch(item -> item instanceof CredentialItem.Username || item instanceof CredentialItem.Password);
    }

    @Override
    public boolean get(URIish uri, CredentialItem... items) {
        Map<String, String> answer = ask(uri);
        String user = answer.get("username");
        String password = answer.get("password");
        if (!supports(items) || user == null || password == null) {
            return false;
        }
        for (CredentialItem item : items) {
            if (item instanceof CredentialItem.Username name) {
                name.setValue(user);
            } else if (item instanceof CredentialItem.Password secret) {
                secret.setValueNoCopy(password.toCharArray());
            }
        }
        return true;
    }

    private Map<String, String> ask(URIish uri) {
        var builder = new ProcessBuilder("git", "credential", "fill").redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("GIT_ASKPASS", "");
        builder.environment().remove("SSH_ASKPASS");
        var answer = new HashMap<String, String>();
        try {
            Process git = builder.start();
            try (OutputStream question = git.getOutputStream()) {
                question.write(question(uri).getBytes(StandardCharsets.UTF_8));
            }
            if (!git.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                git.destroyForcibly();
                return Map.of();
            }
            for (String line : git.inputReader(StandardCharsets.UTF_8).lines().toList()) {
                int is = line.indexOf('=');
                if (is > 0) {
                    answer.put(line.substring(0, is), line.substring(is + 1));
                }
            }
        } catch (IOException noGit) {
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    private static String question(URIish uri) {
        String port = uri.getPort() > 0 ? ":" + uri.getPort() : "";
        String user = uri.getUser() == null ? "" : "username=" + uri.getUser() + "\n";
        String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
        return "protocol=" + uri.getScheme() + "\nhost=" + uri.getHost() + port + "\npath=" + path + "\n" + user + "\n";
    }
}
