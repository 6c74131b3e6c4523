import com.sun.source.util.JavacTask;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Parses the files that are its arguments. Prints what is wrong in them, and then fails. */
public class Parse {
    public static void main(String[] arguments) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null);
        List<Path> paths = Arrays.stream(arguments).map(Path::of).toList();
        JavacTask task = (JavacTask) compiler.getTask(null, files, diagnostics, null, null, files.getJavaFileObjectsFromPaths(paths));
        task.parse();
        diagnostics.getDiagnostics().forEach(System.err::println);
        System.exit(diagnostics.getDiagnostics().isEmpty() ? 0 : 1);
    }
}
