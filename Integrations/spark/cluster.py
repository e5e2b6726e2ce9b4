"""Spark's own cluster of processes on one machine, for tests and measurements: two workers of one core."""
import contextlib
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BINARY = os.path.join(ROOT, ".build", "release", "rapporteur")
WORKERS = "local-cluster[2,1,1024]"


def prepare():
    """What a cluster of processes needs from its surroundings; before the first import of pyspark's context."""
    import pyspark

    os.environ.setdefault("SPARK_HOME", os.path.dirname(pyspark.__file__))
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    if sys.path[0] != HERE:
        sys.path.insert(0, HERE)


@contextlib.contextmanager
def cluster(folder, master=WORKERS, **more):
    """A session on a cluster whose files are in a folder."""
    prepare()
    from rapporteur_spark import session

    settings = {
        "spark.master": master, "spark.ui.enabled": "false", "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1", "spark.executor.memory": "1024m", "spark.executor.cores": "1",
        "spark.driver.memory": "1024m", "spark.sql.shuffle.partitions": "4", "spark.local.dir": folder,
        "spark.worker.cleanup.enabled": "false", "spark.log.level": "ERROR", "spark.ui.showConsoleProgress": "false",
        "spark.sql.warehouse.dir": os.path.join(folder, "warehouse"), **more}
    spark = session(settings)
    application = spark.sparkContext.applicationId
    try:
        yield spark
    finally:
        spark.stop()
        # the workers of a cluster of processes keep their logs and copies there, whatever they are told
        shutil.rmtree(os.path.join(os.environ["SPARK_HOME"], "work", application), ignore_errors=True)


def one_process(binary, files, folder, jobs=1):
    """What `rapporteur code | rapporteur corroborate` makes of files: the bytes of the encounters."""
    records = os.path.join(folder, "records.jsonl")
    with open(records, "wb") as out:
        reader = subprocess.Popen(["cat", *files], stdout=subprocess.PIPE)
        subprocess.run([binary, "code", "--jobs", str(jobs)], stdin=reader.stdout, stdout=out, stderr=subprocess.DEVNULL,
                       check=True)
        reader.stdout.close()
        reader.wait()
    return subprocess.run([binary, "corroborate", records], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          check=True).stdout


def written(out, column, table):
    """A column of a table that the job wrote, in its order, as lines."""
    import pyarrow.parquet as pq

    folder = os.path.join(out, table)
    parts = sorted(name for name in os.listdir(folder) if name.endswith(".parquet"))
    lines = []
    for part in parts:
        lines += pq.read_table(os.path.join(folder, part), columns=[column]).column(0).to_pylist()
    return "".join(line + "\n" for line in lines).encode()


def temporary():
    return tempfile.TemporaryDirectory(prefix="rapporteur-spark-")
