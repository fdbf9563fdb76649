using System.CommandLine;
using System.Diagnostics;

namespace Semel.Tool;

/// <summary><c>semel generate DOCUMENT [PATH…]</c>: the C# of a document as files.</summary>
internal static class GenerateCommand
{
    /// <summary>The files are as the document says, or were written.</summary>
    private const int Done = 0;

    /// <summary>Something is wrong with the document or the command, or, with <c>--check</c>, the files are not as it says. Nothing was written.</summary>
    private const int Failed = 1;

    public static Command New()
    {
        var document = new Argument<string>("document") { Description = "The OpenAPI document: JSON or YAML; files that it refers to are read beside it", HelpName = "DOCUMENT" };
        var paths = new Argument<string[]>("path") { Description = "Paths that create, such as /v2/droplets: a class for each; none: one class for the whole document", HelpName = "PATH", Arity = ArgumentArity.ZeroOrMore };
        var output = new Option<string>("--output", "-o") { Description = "The folder that the files are written to", HelpName = "FOLDER", DefaultValueFactory = static _ => "." };
        var space = new Option<string>("--namespace", "-n") { Description = "The namespace of the classes; that of their models is NAME.Models", HelpName = "NAME", DefaultValueFactory = static _ => "" };
        var name = new Option<string?>("--class", "-c") { Description = "The name of the class: of a whole document, or of one path", HelpName = "NAME" };
        var report = new Option<string?>("--report") { Description = "Writes what was inferred, and how sure that is, as Markdown", HelpName = "FILE" };
        var check = new Option<bool>("--check") { Description = "Writes nothing, and fails where a file is not as the document says" };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Also says what was left out of the document, and why" };
        var command = new Command("generate", "Write the C# that the source generator makes of a document as files.") { document, paths, output, space, name, report, check, verbose };
        command.SetAction(parse => Run(
            new(parse.GetValue(document)!, parse.GetValue(paths) ?? [], parse.GetValue(space)!, parse.GetValue(name)),
            new(parse.GetValue(output)!, parse.GetValue(report), parse.GetValue(check)), parse.GetValue(verbose)));
        return command;
    }

    private static int Run(Selection selection, Destination destination, bool verbose)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var generated = Generation.Of(selection);
            foreach (var message in generated.Messages.Where(message => verbose || message.IsWarning)) Console.Error.WriteLine(message);
            if (generated.HasError) return Failed;
            var files = destination.Files(generated, selection.Document);
            List<string> stale = [.. destination.Stale(files).Select(path => $"{path} is of another document or an earlier one: delete it, or use a folder for each command")];
            if (destination.Check)
            {
                stale.AddRange(files.Where(file => !file.IsThere()).Select(file => $"{file.Path} is not as {generated.DocumentName} says: run the same command without --check"));
                stale.ForEach(Console.Error.WriteLine);
                if (stale.Count == 0) Console.WriteLine($"{generated.DocumentName}: {files.Count} files are as it says");
                return stale.Count == 0 ? Done : Failed;
            }

            var written = GeneratedFile.Write(files);
            stale.ForEach(Console.Error.WriteLine);
            Console.WriteLine($"{generated.DocumentName}: {generated.Summary}; {files.Count} files in {destination.Folder}, {written} of them new or changed ({watch.Elapsed.TotalSeconds:0.00} s)");
            return Done;
        }
        catch (UsageException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return Failed;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(failure.Message);
            return Failed;
        }
    }
}

/// <summary>What is asked for wrongly; its message says what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);
