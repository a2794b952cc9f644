// Reads a QR code with the camera of the tablet and sends it as if it was typed. Nothing is kept, nothing is sent but the code.
(async () => {
  const box = document.querySelector("[data-scan]");
  const state = document.querySelector("[data-scan-stand]");
  const form = document.querySelector("[data-scan-formulier]");
  const video = box.querySelector("video");
  const cannot = () => { state.textContent = state.dataset.kanNiet; };
  if (!("BarcodeDetector" in window) || !navigator.mediaDevices?.getUserMedia) return cannot();
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  let stream;
  let facing = "environment";
  const stop = () => stream?.getTracks().forEach((track) => track.stop());
  const start = async () => {
    stop();
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: facing } });
      video.srcObject = stream;
      box.hidden = false;
      await video.play();
      state.textContent = state.dataset.zoekt;
    } catch {
      box.hidden = true;
      cannot();
    }
  };
  const look = async () => {
    const [found] = video.readyState < 2 ? [] : await detector.detect(video).catch(() => []);
    if (!found) return setTimeout(look, 200);
    stop();
    form.elements.code.value = found.rawValue;
    form.requestSubmit();
  };
  box.querySelector("[data-scan-andere]").addEventListener("click", () => {
    facing = facing === "environment" ? "user" : "environment";
    start();
  });
  addEventListener("pagehide", stop);
  await start();
  if (!box.hidden) look();
})();
