// The job of a client generator's process, document in, C# files out, done by the generator's own stages: what NSwag's process is compared with.
// DOCUMENT FOLDER selects every resource of the document, DOCUMENT FOLDER PATH… those.
using Microsoft.CodeAnalysis.Text;
using Semel.Generator;
using Semel.Generator.Binding;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;
using Semel.Generator.Emit;

var (document, folder) = (args[0], args[1]);
var name = Path.GetFileName(document);
var read = SpecReader.Read(document, SourceText.From(File.ReadAllText(document)), CancellationToken.None);
ModelDeclaration[] declarations = args.Length == 2 ? [Declare("Whole", "") with { IsWhole = true }] : [.. args[2..].Select((path, index) => Declare($"Model{index}", path))];
var project = DocumentLinker.Link([.. declarations.Select(declaration => new BoundResource(document, ResourceBinder.Bind(declaration, read, CancellationToken.None)))], CancellationToken.None);
foreach (var model in project.Documents) Write(model.HintName, DocumentEmitter.Emit(model, CancellationToken.None));
foreach (var model in project.Classes) Write(model.HintName, ModelClassEmitter.Emit(model, CancellationToken.None));
foreach (var model in project.Wholes) Write(model.HintName, WholeEmitter.Emit(model, CancellationToken.None));
return project.Classes.Any(model => model.Body is null) || project.Wholes.Any(model => model.Error is not null) ? 1 : 0;

void Write(string hint, SourceWriter writer) => File.WriteAllText(Path.Combine(folder, hint), writer.ToString());

ModelDeclaration Declare(string model, string path) => new(
    "", model, "public", [], name, path, new DeclaredOverrides(null, null, null, null, null, null, null, null),
    new ConstructorModel(true, null, null), [], new LocationInfo("Models.cs", default, default));
