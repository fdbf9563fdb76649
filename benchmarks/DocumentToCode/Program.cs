// The job of a client generator's process, document in, C# files out, done by the generator's own stages: what NSwag's process is compared with.
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
var bound = args[2..].Select((path, index) => new BoundResource(document, ResourceBinder.Bind(Declare($"Model{index}", path), read, CancellationToken.None)));
var project = DocumentLinker.Link([.. bound], CancellationToken.None);
foreach (var model in project.Documents) File.WriteAllText(Path.Combine(folder, model.HintName + ".cs"), DocumentEmitter.Emit(model, CancellationToken.None).ToString());
foreach (var model in project.Classes) File.WriteAllText(Path.Combine(folder, model.HintName + ".cs"), ModelClassEmitter.Emit(model, CancellationToken.None).ToString());
return project.Classes.Any(model => model.Body is null) ? 1 : 0;

ModelDeclaration Declare(string model, string path) => new(
    "", model, "public", [], name, path, new DeclaredOverrides(null, null, null, null, null, null, null, null),
    new ConstructorModel(true, null, null), [], new LocationInfo("Models.cs", default, default));
